package kontor.order.giftcard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.GiftCardId;
import kontor.contracts.OrderId;
import org.jspecify.annotations.Nullable;

/** Finds gift cards: by code, by order, and all of them. Every write may be repeated. */
public interface CardDirectory {

  /** Makes a code open a card. Only something that leads nobody back to the code is kept. */
  void open(GiftCardCode code, GiftCardId card);

  /** The code opens nothing any more. */
  void close(GiftCardCode code);

  Optional<GiftCardId> find(GiftCardCode code);

  /** An order is to be paid with a card; said before it is placed. The last one said counts. */
  void choose(OrderId order, GiftCardId card);

  Optional<GiftCardId> chosen(OrderId order);

  /** Adds a card to the list, where it may turn out that it was never issued. */
  void list(GiftCardId card, Instant issuedAt);

  /**
   * Some cards, the newest first.
   *
   * @param cursor as the page before said; absent: from the newest
   */
  Page page(@Nullable String cursor, int limit);

  /**
   * A part of the list.
   *
   * @param next where the next page begins; absent: there is none
   */
  record Page(List<GiftCardId> cards, @Nullable String next) {

    public Page {
      cards = List.copyOf(cards);
    }
  }
}
