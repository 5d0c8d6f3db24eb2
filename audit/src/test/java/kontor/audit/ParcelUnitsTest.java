package kontor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.order.ParcelEvent.ParcelPacked;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import org.junit.jupiter.api.Test;

/** Every way in which the units of an order can be wrong is found. */
class ParcelUnitsTest {

  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Sku SKU = new Sku("TEE");
  private static final Instant NOW = Instant.EPOCH;
  private static final Money NONE = Money.of("0.00", "EUR");

  @Test
  void whatFitsIsRight() {
    assertThat(wrong(packed("1", 2), shipped("1", 2), cancelled(1), back(2))).isEmpty();
    assertThat(wrong(new OrderShipped(ORDER, "DHL", null, NOW), back(3))).isEmpty();
  }

  @Test
  void aUnitThatIsCancelledAndPackedIsFound() {
    assertThat(wrong(packed("1", 2), cancelled(2))).singleElement().asString().contains("4 of");
  }

  @Test
  void aUnitInTwoParcelsIsFound() {
    assertThat(wrong(packed("1", 2), packed("2", 2))).hasSize(1);
  }

  @Test
  void aParcelThatIsShippedTwiceOrOtherwiseIsFound() {
    assertThat(wrong(packed("1", 1), shipped("1", 1), shipped("1", 1))).hasSize(1);
    assertThat(wrong(packed("1", 1), shipped("1", 2))).hasSize(1);
  }

  @Test
  void aUnitThatComesBackWithoutHavingLeftIsFound() {
    assertThat(wrong(packed("1", 1), shipped("1", 1), back(2))).hasSize(1);
  }

  private static List<String> wrong(OrderEvent... events) {
    ParcelUnits units = new ParcelUnits();
    units.apply(placed());
    List.of(events).forEach(units::apply);
    return units.wrong();
  }

  private static List<LineUnits> units(int number) {
    return List.of(new LineUnits(1, SKU, new Quantity(number)));
  }

  private static ParcelPacked packed(String parcel, int number) {
    return new ParcelPacked(ORDER, parcel, units(number), NOW);
  }

  private static ParcelShipped shipped(String parcel, int number) {
    return new ParcelShipped(ORDER, parcel, units(number), "DHL", null, NOW);
  }

  private static LinesCancelled cancelled(int number) {
    return new LinesCancelled(ORDER, "C", units(number), NONE, CancelledBy.MANAGER, "", NOW);
  }

  private static OrderReturned back(int number) {
    ReturnedLine line = new ReturnedLine(1, SKU, new Quantity(number));
    return new OrderReturned(ORDER, "R", List.of(line), NONE, NOW);
  }

  private static OrderPlaced placed() {
    OrderLine line = new OrderLine(1, null, SKU, "", new Quantity(3), NONE, NONE, NONE, 1900, NONE);
    return new OrderPlaced(
        ORDER,
        "1",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        List.of(line),
        new OrderTotals(NONE, NONE, NONE, NONE, NONE),
        false,
        NOW);
  }
}
