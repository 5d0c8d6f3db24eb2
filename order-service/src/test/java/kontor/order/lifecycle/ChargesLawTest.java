package kontor.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Order.Confirmed;
import org.junit.jupiter.api.Test;

/**
 * All parcels together cost what is charged for the goods that left, each return gives back what is
 * due for it, and no later event changes the answer. The seed of a failure is printed.
 */
class ChargesLawTest {

  private static final int LIVES = Integer.getInteger("kontor.law.lives", 1_000);
  private static final int STEPS = 30;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void whatAParcelCostsAndAReturnGivesBackIsSettledOnce() {
    for (int life = 0; life < LIVES; life++) {
      Order order = Lives.confirmed();
      Map<String, Charges> said = new HashMap<>();
      for (int step = 0; step < STEPS && order instanceof Confirmed taken; step++) {
        List<OrderEvent> decided = step(taken);
        order = Lives.then(order, o -> decided);
        if (order instanceof Confirmed now) {
          check(now, said, "seed " + seed + ", life " + life + ": " + now);
        }
      }
    }
  }

  private void check(Confirmed order, Map<String, Charges> said, String where) {
    Money invoiced = Lives.eur("0.00");
    for (Parcel parcel : order.goods().shippedParcels()) {
      Charges charges = Charges.ofParcel(order, parcel.id()).orElseThrow();
      invoiced = invoiced.plus(total(charges));
      same(said, "parcel " + parcel.id(), charges, where);
    }
    assertThat(invoiced).as(where).isEqualTo(MoneyDecider.due(order));
    for (String rma : order.returns().settled()) {
      Charges charges = Charges.ofReturn(order, rma).orElseThrow();
      same(said, "return " + rma, charges, where);
      assertThat(total(charges))
          .as(where)
          .isEqualTo(order.returns().find(rma).orElseThrow().refundDue());
      assertThat(charges.shipping().isNegative()).as(where).isFalse();
      assertThat(Charges.parcelsOf(order, rma)).as(where).isNotEmpty();
    }
  }

  private static void same(Map<String, Charges> said, String what, Charges charges, String where) {
    assertThat(said.merge(what, charges, (before, now) -> before)).as(where).isEqualTo(charges);
  }

  private static Money total(Charges charges) {
    return charges.lines().stream()
        .map(Charges.Charge::amount)
        .reduce(charges.shipping(), Money::plus);
  }

  private List<OrderEvent> step(Confirmed order) {
    List<LineUnits> units = someUnits(order);
    String name = "N" + random.nextInt(8);
    return switch (random.nextInt(8)) {
      case 0 -> OrderDecider.cancelLines(order, name, units, CancelledBy.CUSTOMER, "", Lives.NOW);
      case 1, 2 -> ParcelDecider.pack(order, name, units, Lives.NOW);
      case 3, 4 -> ParcelDecider.shipParcel(order, name, "DHL", null, Lives.NOW);
      case 5 -> ReturnDecider.announce(order, name, ReturnKind.WITHDRAWAL, units, Lives.NOW);
      case 6 -> ReturnDecider.takeBack(order, name, Lives.back(units), Lives.NOW);
      default ->
          random.nextInt(4) == 0 ? ParcelDecider.ship(order, "DHL", null, Lives.NOW) : List.of();
    };
  }

  private List<LineUnits> someUnits(Confirmed order) {
    List<LineUnits> units = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int some = random.nextInt(line.quantity().value() + 1);
      if (some > 0) {
        units.add(new LineUnits(line.line(), line.sku(), new Quantity(some)));
      }
    }
    return units;
  }
}
