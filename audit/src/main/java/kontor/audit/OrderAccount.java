package kontor.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import org.jspecify.annotations.Nullable;

/** One order: what its own events say, and what the stock says of it. */
public final class OrderAccount {

  private final OrderId order;
  private final OrderUnits units = new OrderUnits();
  private final ParcelUnits parcels = new ParcelUnits();
  private final OrderMoney money = new OrderMoney();
  private final OrderPath path = new OrderPath();
  private @Nullable ExchangeMoney exchange;
  private final Map<String, Integer> held = new TreeMap<>();
  private final Map<String, Integer> picked = new TreeMap<>();
  private @Nullable Bundles bundlesThen;
  private @Nullable String number;
  private @Nullable Instant placedAt;
  private boolean alreadySold;
  private Set<PromotionId> promotions = Set.of();

  OrderAccount(OrderId order) {
    this.order = order;
  }

  void apply(OrderEvent event) {
    if (event instanceof OrderPlaced placed) {
      number = placed.number();
      placedAt = placed.placedAt();
      alreadySold = placed.alreadySold();
      promotions = Set.copyOf(placed.countedPromotions());
    }
    units.apply(event);
    parcels.apply(event);
    money.apply(event);
    path.apply(event);
    if (ExchangeMoney.concerns(event)) {
      exchange = exchange == null ? new ExchangeMoney() : exchange;
      exchange.apply(event);
    }
  }

  /** The order of the returned goods that this one replaces. */
  Optional<OrderId> origin() {
    return exchange == null ? Optional.empty() : exchange.origin();
  }

  /** What is wrong between it and the order of the goods that it replaces. */
  Optional<Violation> wrong(OrderAccount origin) {
    return exchange == null
        ? Optional.empty()
        : exchange
            .wrong(order, origin.exchange)
            .map(reason -> new Violation(Invariant.EXCHANGES, "order " + order + " " + reason));
  }

  void apply(ReservationEvent event) {
    if (event instanceof ReservationGranted granted && granted.bundles() != null) {
      bundlesThen = Bundles.of(granted.bundles());
    }
  }

  /** The stock of an article holds so many units for this order. */
  void holds(String sku, int now) {
    if (now == 0) {
      held.remove(sku);
    } else {
      held.put(sku, now);
    }
  }

  /** So many more units of an article were picked for this order. */
  void picked(String sku, int more) {
    picked.merge(sku, more, Integer::sum);
  }

  /** What people call it; absent while it is only known from other events. */
  public @Nullable String number() {
    return number;
  }

  /** As the list of orders names it; empty while it is only known from other events. */
  public String status() {
    return path.status();
  }

  /** Whether it was placed before that moment; false while that is not known. */
  boolean placedBefore(Instant moment) {
    return placedAt != null && placedAt.isBefore(moment);
  }

  /** A marketplace waits for the money of what may become this order: its units are held. */
  void soldBeforePaid() {
    alreadySold = true;
  }

  /** Whether it is held for a sale that is not paid, so that there is no order yet. */
  public boolean waitsForMoney() {
    return alreadySold && number == null && !held.isEmpty();
  }

  /** A marketplace had sold it before it was known here. */
  public boolean alreadySold() {
    return alreadySold;
  }

  /** Whether nothing more is expected to happen to it. */
  boolean isFinal() {
    return path.isFinal();
  }

  /** What is wrong with it at rest. */
  List<Violation> wrong(Bundles today) {
    List<Violation> wrong = new ArrayList<>();
    money.totals().forEach(reason -> add(wrong, Invariant.TOTALS, reason));
    parcels.wrong().forEach(reason -> add(wrong, Invariant.PARCELS, reason));
    if (path.status().equals("PLACED")) {
      add(wrong, Invariant.SETTLED, "is neither confirmed nor rejected");
    }
    if (money.refundedTooMuch()) {
      add(wrong, Invariant.REFUNDS, money.toString());
    }
    if (money.keepsTooMuch(path.ended())) {
      add(wrong, Invariant.PAYMENTS, "is " + path.status() + ": " + money);
    }
    if (waitsForMoney()) {
      return wrong;
    }
    Bundles made = bundlesThen == null ? today : bundlesThen;
    stock(made, reason -> add(wrong, Invariant.HELD, reason));
    Map<String, Integer> shipped = made.articles(units.gone());
    if (!shipped.equals(picked)) {
      add(wrong, Invariant.PICKED, "picked " + picked + ", should be " + shipped);
    }
    return wrong;
  }

  /** Before it is confirmed, its units are held for a while only. */
  private void stock(Bundles made, Consumer<String> wrong) {
    Map<String, Integer> open = made.articles(units.open());
    boolean free = !path.confirmed() && !path.ended() && held.isEmpty();
    if (!free && !open.equals(held)) {
      wrong.accept("holds " + held + ", should be " + open);
    }
  }

  OrderId id() {
    return order;
  }

  /** The promotions with a limit of uses that it is to use now: none once it has ended. */
  Set<PromotionId> promotions() {
    return path.ended() ? Set.of() : promotions;
  }

  /** What is wrong between it and the gift card that it says pays it. */
  Optional<Violation> wrong(GiftCardAccounts cards) {
    return cards
        .wrong(order, money, path.confirmed() && !path.ended())
        .map(reason -> violation(Invariant.GIFT_CARDS, reason));
  }

  /** Something that is wrong with it. */
  Violation violation(Invariant invariant, String reason) {
    return new Violation(invariant, "order " + order + " " + reason);
  }

  private void add(List<Violation> wrong, Invariant invariant, String reason) {
    wrong.add(violation(invariant, reason));
  }
}
