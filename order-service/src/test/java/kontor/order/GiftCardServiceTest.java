package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.order.giftcard.CardDirectory;
import kontor.order.giftcard.GiftCardPayment;
import kontor.order.giftcard.GiftCards;
import kontor.order.payment.PaymentProvider.Authorisation;
import kontor.order.payment.PaymentProvider.Purchase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that are paid with gift cards. */
class GiftCardServiceTest extends RunningGiftCards {

  @Autowired private GiftCardPayment here;
  @Autowired private CardDirectory directory;
  @Autowired private EventStore store;

  @Test
  void case89OfTwentyCheckoutsWithOneCardOneIsConfirmedAndNothingIsSpentTwice() {
    offer("KANNE");
    Price fifty = Price.gross(eur("50.00"));
    neighbours.publish("price", "KANNE", new PricesSet(new Sku("KANNE"), List.of(fifty)));
    await().until(() -> new Buyer("KANNE", 1).toPay().equals("50.00"));
    Card card = new Card("50.00");
    List<Buyer> buyers = IntStream.range(0, 20).mapToObj(i -> new Buyer("KANNE", 1)).toList();

    List<OrderId> orders =
        together(buyers.stream().map(b -> async(() -> order(b.order(card)))).toList());
    orders.forEach(this::grant);

    await().until(() -> orders.stream().noneMatch(order -> state(order).equals("PLACED")));
    List<OrderId> paid = orders.stream().filter(o -> state(o).equals("CONFIRMED")).toList();
    assertThat(paid).hasSize(1);
    assertThat(orders.stream().filter(order -> state(order).equals("REJECTED"))).hasSize(19);
    assertThat(card.read("balance.amount")).isEqualTo("0.00");
    assertThat(card.read("held.amount")).isEqualTo("50.00");
    whoComesLateIsToldAtOnceAndKeepsHisCart(card);
    manage(paid.get(0), "ship", "{'carrier':'DHL'}");
    await().until(() -> card.read("held.amount").equals("0.00"));
    assertThat(card.read("balance.amount")).isEqualTo("0.00");
    assertThat(paid(paid.get(0))).containsExactly(eur("50.00"));
  }

  private void whoComesLateIsToldAtOnceAndKeepsHisCart(Card card) {
    Buyer late = new Buyer("TEE", 1);
    HttpResponse<String> refused = late.order(card);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(read(refused.body(), "$.giftCard")).isEqualTo("INSUFFICIENT");
    assertThat(late.order("'method':'test',").statusCode()).as("the key is free").isEqualTo(202);
  }

  @Test
  void aCardPaysEachParcelAndGetsBackWhatIsCancelledAndReturned() {
    Card card = new Card("50.00");
    OrderId order = confirmed(new Buyer("TEE", 3), card); // 32.10 and 4.90 for shipping
    assertThat(card.read("balance.amount")).isEqualTo("13.00");
    manage(order, "parcels", "{'parcel':'A','lines':[{'line':1,'quantity':1}]}");
    manage(order, "parcels/A/ship", "{'carrier':'DHL'}");
    await().until(() -> card.read("orders[0].captures['parcel-A'].amount").equals("15.60"));

    manage(
        order,
        "cancellations",
        "{'cancellation':'C1','reason':'too many','lines':[{'line':1,'quantity':1}]}");
    await().until(() -> card.read("balance.amount").equals("23.70"));
    manage(order, "ship", "{'carrier':'DHL'}");
    await().until(() -> card.read("held.amount").equals("0.00"));
    assertThat(card.read("orders[0].captured.amount")).isEqualTo("26.30");

    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':2}]}");
    await().until(() -> refunded(order).equals(List.of(eur("21.40"))));
    assertThat(card.read("orders[0].refunds.R1.amount")).isEqualTo("21.40");
    assertThat(card.read("balance.amount")).isEqualTo("45.10");
    assertThat(paid(order)).containsExactly(eur("15.60"), eur("10.70"));
    theSameStepsAgainMoveNothing(order, card);
  }

  /** As after a crash between the card's step and the order's. */
  private void theSameStepsAgainMoveNothing(OrderId order, Card card) {
    assertThat(here.capture(order, "parcel-A", eur("15.60"))).isEqualTo(eur("15.60"));
    assertThat(here.refund(order, "R1", eur("21.40"))).isEqualTo(eur("21.40"));
    here.reduce(order, "cancelled-C1", eur("10.70"));
    grant(order);
    assertThat(authorise(here, order, "37.00")).isInstanceOf(Authorisation.Authorised.class);
    assertThat(card.read("balance.amount")).isEqualTo("45.10");
    assertThat(card.read("held.amount")).isEqualTo("0.00");
  }

  @Test
  void anOrderThatEndsGivesAllOfItBack() {
    Card card = new Card("15.60");
    OrderId order = confirmed(new Buyer("TEE", 1), card);
    assertThat(card.read("balance.amount")).isEqualTo("0.00");

    manage(order, "cancel", "{'reason':'changed my mind'}");
    await().until(() -> card.read("balance.amount").equals("15.60"));
    assertThat(authorise(here, order, "15.60"))
        .as("late")
        .isInstanceOf(Authorisation.Declined.class);
    assertThat(card.read("balance.amount")).isEqualTo("15.60");
    confirmed(new Buyer("TEE", 1), card);
  }

  @Test
  void twoInstancesTogetherHoldNoMoreThanIsOnACard() {
    Card card = new Card("70.00");
    GiftCards others =
        new GiftCards(
            store.aggregates(GiftCards.TYPE, EventCodec.of(GiftCardEvent.class)),
            directory,
            ZoneId.of("Europe/Berlin"),
            Clock.systemUTC());
    GiftCardPayment there = new GiftCardPayment(others, directory);
    List<Authorisation> answers =
        together(
            IntStream.range(0, 40)
                .mapToObj(i -> async(() -> chosen(i % 2 == 0 ? here : there, card)))
                .toList());

    assertThat(answers.stream().filter(Authorisation.Authorised.class::isInstance)).hasSize(7);
    assertThat(card.read("balance.amount")).isEqualTo("0.00");
  }

  private Authorisation chosen(GiftCardPayment instance, Card card) {
    OrderId order = new OrderId(UUID.randomUUID().toString());
    directory.choose(order, card.id);
    return authorise(instance, order, "10.00");
  }

  private static Authorisation authorise(GiftCardPayment by, OrderId order, String amount) {
    return by.authorise(new Purchase(order, "1", eur(amount), "gift-card", Instant.now()));
  }
}
