package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.back;
import static kontor.order.lifecycle.Lives.cups;
import static kontor.order.lifecycle.Lives.eur;
import static kontor.order.lifecycle.Lives.teas;
import static kontor.order.lifecycle.Lives.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import org.junit.jupiter.api.Test;

/** Other goods for what came back, and whose money pays for them. */
class ExchangeDeciderTest {

  private static final Sku POT = new Sku("KANNE");
  private static final ExchangeOf EXCHANGE = new ExchangeOf(Lives.ID, "R1");

  @Test
  void anEvenExchangeMovesNoMoneyToTheBuyer() {
    Order exchanged = then(Lives.delivered(), o -> exchange(o, "R1", cups(1), worth -> worth));

    assertThat(MoneyDecider.overpaid(exchanged, false)).isEqualTo(eur("0.00"));
    assertThat(Order.books(exchanged).refunds()).containsExactly("exchange/R1");
    assertThat(Lives.taken(exchanged).returns().find("R1").orElseThrow().replacement())
        .isEqualTo(EXCHANGE.replacement());
  }

  @Test
  void ofCheaperGoodsTheBuyerGetsTheDifference() {
    Order exchanged =
        then(Lives.delivered(), o -> exchange(o, "R1", cups(1), worth -> eur("3.10")));

    assertThat(MoneyDecider.overpaid(exchanged, false)).isEqualTo(eur("0.90"));
  }

  @Test
  void moreThanCameBackOrNothingIsNotGivenForIt() {
    Order order = Lives.delivered();

    assertThat(exchange(order, "R1", cups(1), worth -> eur("4.01"))).isEmpty();
    assertThat(exchange(order, "R1", cups(1), worth -> eur("0.00"))).isEmpty();
    assertThat(exchange(order, "R1", cups(3), worth -> worth)).isEmpty();
  }

  @Test
  void whatIsNotPaidIsNotExchanged() {
    assertThat(exchange(Lives.shipped(), "R1", cups(1), worth -> worth)).isEmpty();
    Order partly =
        then(Lives.shipped(), o -> MoneyDecider.paid(o, "account", "RE", "T", eur("18.90"), NOW));
    assertThat(exchange(partly, "R1", cups(1), worth -> worth)).isEmpty();
    Order more = then(partly, o -> MoneyDecider.paid(o, "account", "RE", "T2", eur("4.00"), NOW));
    assertThat(exchange(more, "R1", cups(1), worth -> worth)).hasSize(3);
  }

  @Test
  void whatAMarketplaceSoldIsNotExchanged() {
    Order sold = then(new Order.Absent(), o -> List.of(Lives.sold()));
    Order confirmed = then(sold, o -> OrderDecider.confirm(o, Lives.PAYMENT, NOW));
    Order shipped = then(confirmed, o -> ParcelDecider.ship(o, "DHL", "1", NOW));
    Order paid =
        then(shipped, o -> MoneyDecider.paid(o, "marketplace", "p", "1", eur("22.90"), NOW));

    assertThat(exchange(paid, "R1", cups(1), worth -> worth)).isEmpty();
  }

  @Test
  void aReturnIsSettledOnceByMoneyOrByGoods() {
    Order exchanged = then(Lives.delivered(), o -> exchange(o, "R1", cups(1), worth -> worth));
    Order refunded =
        then(Lives.delivered(), o -> ReturnDecider.takeBack(o, "R1", back(cups(1)), NOW));

    assertThat(exchange(exchanged, "R1", cups(1), worth -> worth)).isEmpty();
    assertThat(ReturnDecider.takeBack(exchanged, "R1", back(cups(1)), NOW)).isEmpty();
    assertThat(exchange(refunded, "R1", cups(1), worth -> worth)).isEmpty();
  }

  @Test
  void case57AReplacementComesBackForWhatItWasWorthAndAnotherLineIsExchangedLater() {
    Order first = then(Lives.delivered(), o -> exchange(o, "R1", cups(1), worth -> worth));
    Order replacement = shipped(replacement(first));
    assertThat(Order.books(replacement).balance()).isEqualTo(eur("4.00"));

    Order returned = then(replacement, o -> ReturnDecider.takeBack(o, "B1", back(pots(1)), NOW));
    assertThat(MoneyDecider.overpaid(returned, true)).isEqualTo(eur("4.00"));
    Order paidBack =
        then(first, o -> MoneyDecider.paid(o, "exchange", "x", "x/B1", eur("4.00"), NOW));
    assertThat(MoneyDecider.overpaid(paidBack, false)).isEqualTo(eur("4.00"));

    Order second = then(first, o -> exchange(o, "R2", teas(2), worth -> worth));
    assertThat(second).isNotEqualTo(first);
    assertThat(MoneyDecider.overpaid(second, false)).isEqualTo(eur("0.00"));
  }

  @Test
  void aReplacementThatIsSoldOutGivesItsCreditBack() {
    Order first = then(Lives.delivered(), o -> exchange(o, "R1", cups(1), worth -> worth));
    Order gone =
        then(
            replacement(first),
            o ->
                OrderDecider.reject(
                    o, OrderEvent.RejectionReason.OUT_OF_STOCK, "0 of 1 available", NOW));

    assertThat(((Order.Ended) gone).provider()).isEqualTo("exchange");
    assertThat(MoneyDecider.overpaid(gone, true)).isEqualTo(eur("4.00"));
  }

  private static List<OrderEvent> exchange(
      Order order, String rma, List<LineUnits> units, Function<Money, Money> credit) {
    return ExchangeDecider.exchange(
        order, rma, back(units), false, worth -> List.of(pot(credit.apply(worth))), NOW);
  }

  private static OrderLine pot(Money total) {
    return new OrderLine(
        1, null, POT, "Kanne", new Quantity(1), total, eur("0.00"), total, 1900, eur("0.00"));
  }

  private static List<LineUnits> pots(int units) {
    return List.of(new LineUnits(1, POT, new Quantity(units)));
  }

  /** As it is placed for what the first order says. */
  private static Order replacement(Order first) {
    Money credit = Order.books(first).refunded();
    OrderPlaced before = Order.placed(first);
    OrderPlaced placed =
        new OrderPlaced(
            EXCHANGE.replacement(),
            "1043",
            before.channel(),
            null,
            null,
            before.customer(),
            before.country(),
            List.of(pot(credit)),
            new OrderTotals(credit, eur("0.00"), eur("0.00"), eur("0.00"), credit),
            false,
            NOW,
            null,
            null,
            EXCHANGE);
    Order once = then(new Order.Absent(), o -> ExchangeDecider.place(o, placed));
    assertThat(ExchangeDecider.place(once, placed)).isEmpty();
    return once;
  }

  private static Order shipped(Order replacement) {
    PaymentAuthorised payment =
        new PaymentAuthorised(
            EXCHANGE.replacement(), "exchange", "x", Order.books(replacement).balance());
    Order confirmed = then(replacement, o -> OrderDecider.confirm(o, payment, NOW));
    return then(confirmed, o -> ParcelDecider.ship(o, "DHL", "2", NOW));
  }
}
