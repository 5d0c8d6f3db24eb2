package kontor.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.GiftCardId;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardHeld;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardIssued;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.ParcelEvent.ParcelPacked;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservedBundle;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.contracts.stock.BackorderLevel;
import kontor.contracts.stock.Backorders;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.contracts.stock.StockEvent.StockAllocated;
import kontor.contracts.stock.StockEvent.StockLocationAdded;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.UnitsAt;
import kontor.contracts.stock.StockLevelEvent.ChannelLevel;
import kontor.contracts.stock.StockLevelEvent.LocationLevel;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.eventstore.StreamId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of the audit of orders and stock is content with right books and finds wrong ones. */
class LedgerAuditTest {

  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Sku SET = new Sku("SET");
  private static final Sku TEA = new Sku("TEA");
  private static final Money NONE = Money.of("0", "EUR");

  private final Map<StreamId, List<Streams.Entry>> entries = new HashMap<>();

  @Test
  void rightBooksOfAnOrderInPartsAreFoundRight() {
    orderOfThreeSets();
    stock(new StockPicked(TEA, ORDER, LocationId.MAIN, new Quantity(2), "parcel/1"));
    stock(new StockReleased(TEA, ORDER, new Quantity(2), "cancellation/1"));
    stock(new StockLevelChanged(TEA, 8, 2, 6));

    assertThat(violations()).isEmpty();
  }

  @Test
  void anOrderThatHoldsMoreThanItsOpenUnitsIsFound() {
    orderOfThreeSets();
    stock(new StockPicked(TEA, ORDER, LocationId.MAIN, new Quantity(2), "parcel/1"));
    stock(new StockLevelChanged(TEA, 8, 4, 4));

    assertThat(violations())
        .containsExactly("order " + ORDER + " holds {TEA=4}, should be {TEA=2}");
  }

  @Test
  void aParcelThatWasPickedTwiceIsFound() {
    orderOfThreeSets();
    stock(new StockPicked(TEA, ORDER, LocationId.MAIN, new Quantity(4), "parcel/1"));
    stock(new StockLevelChanged(TEA, 6, 2, 4));

    assertThat(violations())
        .containsExactly("order " + ORDER + " picked {TEA=4}, should be {TEA=2}");
  }

  @Test
  void aLevelThatItsMovementsDoNotGiveIsFound() {
    orderOfThreeSets();
    stock(new StockPicked(TEA, ORDER, LocationId.MAIN, new Quantity(2), "parcel/1"));
    stock(new StockReleased(TEA, ORDER, new Quantity(2), "cancellation/1"));
    stock(new StockLevelChanged(TEA, 9, 2, 7));

    assertThat(violations()).hasSize(1).first().asString().contains("movements give 8/2");
  }

  @Test
  void stockOfAMarketplaceThatCountsAsOursIsFound() {
    LocationId fba = new LocationId("fba-de");
    orderOfThreeSets();
    stock(new StockPicked(TEA, ORDER, LocationId.MAIN, new Quantity(2), "parcel/1"));
    stock(new StockReleased(TEA, ORDER, new Quantity(2), "cancellation/1"));
    stock(new StockLocationAdded(TEA, fba, LocationKind.MARKETPLACE));
    stock(new StockTransferred(TEA, LocationId.MAIN, fba, new Quantity(3), null, "t/1"));
    List<LocationLevel> places =
        List.of(
            new LocationLevel(fba, LocationKind.MARKETPLACE, 3),
            new LocationLevel(LocationId.MAIN, LocationKind.WAREHOUSE, 5));

    stock(new StockLevelChanged(TEA, 5, 2, 3, null, null, places));
    assertThat(violations()).isEmpty();
    stock(new StockLevelChanged(TEA, 8, 2, 6, null, null, places));
    assertThat(violations()).hasSize(1);
    stock(new StockLevelChanged(TEA, 5, 2, 3, null, null, places.subList(1, 2)));
    assertThat(violations()).hasSize(2);
  }

  @Test
  void unitsThatArePromisedAndNotThereAreFound() {
    orderOfThreeSets();
    stock(
        new StockReserved(
            TEA, new OrderId(ORDER.value().replace('1', '2')), new Quantity(5), Instant.EPOCH));
    stock(new StockLevelChanged(TEA, 10, 11, -1));

    assertThat(violations()).contains("TEA: -1 available");
  }

  @Test
  void unitsThatAreSoldBeforeTheyAreHereAreFoundBeyondTheLimit() {
    Backorders two = new Backorders(new Quantity(2), null, null, null, null);
    stock(new StockPolicySet(TEA, null, List.of(), two));
    stock(backordered(0, 2));
    assertThat(violations()).isEmpty();
    stock(backordered(0, 3));
    assertThat(violations()).containsExactly("TEA: all channels 3");
    stock(new StockReserved(TEA, ORDER, new Quantity(3), Instant.EPOCH));
    stock(backordered(3, 0));
    assertThat(violations()).contains("TEA: -3 available");
  }

  private static StockLevelChanged backordered(int reserved, int promisable) {
    BackorderLevel left = new BackorderLevel(new Quantity(promisable), null, null, null);
    return new StockLevelChanged(TEA, 0, reserved, -reserved, null, null, null, left, null);
  }

  @Test
  void placesThatShouldGiveOtherUnitsThanTheyWereToldAreFound() {
    LocationId east = new LocationId("east");
    orderOfThreeSets();
    stock(new StockTransferred(TEA, LocationId.MAIN, east, new Quantity(5), null, "t/1"));
    stock(
        allocated(
            new UnitsAt(east, new Quantity(4)), new UnitsAt(LocationId.MAIN, new Quantity(2))));
    stock(new StockPicked(TEA, ORDER, east, new Quantity(2), "parcel/1"));
    stock(new StockReleased(TEA, ORDER, new Quantity(2), "cancellation/1"));

    stock(new StockLevelChanged(TEA, 8, 2, 6, null, null, places(east, 2)));
    assertThat(violations()).isEmpty();
    stock(new StockLevelChanged(TEA, 8, 2, 6, null, null, places(east, 4)));
    assertThat(violations()).hasSize(1);
  }

  private static StockAllocated allocated(UnitsAt... places) {
    return new StockAllocated(TEA, ORDER, List.of(places), "allocation");
  }

  private static List<LocationLevel> places(LocationId east, int allocated) {
    return List.of(
        new LocationLevel(east, LocationKind.WAREHOUSE, 3, allocated),
        new LocationLevel(LocationId.MAIN, LocationKind.WAREHOUSE, 5));
  }

  @Test
  void aChannelThatIsOfferedMoreThanItsPartIsFound() {
    ChannelId ebay = new ChannelId("ebay-de");
    stock(new StockReceived(TEA, LocationId.MAIN, new Quantity(10), "r1"));
    stock(
        new StockPolicySet(
            TEA, new Quantity(1), List.of(new ChannelBuffer(ebay, new Quantity(2)))));
    stock(offered(new Quantity(9), List.of(new ChannelLevel(ebay, new Quantity(7)))));
    assertThat(violations()).isEmpty();

    stock(offered(new Quantity(9), List.of(new ChannelLevel(ebay, new Quantity(8)))));
    assertThat(violations()).containsExactly("TEA: ebay-de 8");
    stock(offered(null, null));
    assertThat(violations())
        .containsExactly("TEA: ebay-de 8", "TEA: all channels 10", "TEA: ebay-de 10");
  }

  private static StockLevelChanged offered(
      @Nullable Quantity all, @Nullable List<ChannelLevel> perChannel) {
    return new StockLevelChanged(TEA, 10, 0, 10, all, perChannel, null);
  }

  /** One of two teas each; one set has left, one was cancelled. */
  private void orderOfThreeSets() {
    OrderLine line =
        new OrderLine(1, null, SET, "Set", new Quantity(3), NONE, NONE, NONE, 1900, NONE);
    LineUnits one = new LineUnits(1, SET, new Quantity(1));
    order(placed(line));
    order(new OrderEvent.OrderConfirmed(ORDER, Instant.EPOCH));
    order(new ParcelPacked(ORDER, "1", List.of(one), Instant.EPOCH));
    order(new ParcelShipped(ORDER, "1", List.of(one), "dhl", null, Instant.EPOCH));
    order(
        new LinesCancelled(
            ORDER,
            "1",
            List.of(one),
            NONE,
            OrderEvent.CancelledBy.CUSTOMER,
            "changed mind",
            Instant.EPOCH));
    List<ReservedLine> made = List.of(new ReservedLine(TEA, new Quantity(2)));
    add(
        "reservation/" + ORDER,
        new ReservationGranted(
            ORDER,
            List.of(new ReservedLine(TEA, new Quantity(6))),
            List.of(),
            Instant.EPOCH,
            List.of(new ReservedBundle(SET, made)),
            null));
    stock(new StockReceived(TEA, LocationId.MAIN, new Quantity(10), "r1"));
    stock(new StockReserved(TEA, ORDER, new Quantity(6), Instant.EPOCH));
  }

  @Test
  void aUseOfAPromotionThatNoOrderStandsForIsFoundOnceItsTimeIsOver() {
    PromotionId advent = new PromotionId("advent");
    OrderId nobody = new OrderId("00000000-0000-0000-0000-000000000009");
    Instant soon = Instant.EPOCH.plusSeconds(600);
    add("promotion-uses/advent", new UseTaken(advent, nobody, "c", 1, null, soon, Instant.EPOCH));

    assertThat(violations())
        .containsExactly("order " + nobody + " was never placed and uses promotion advent");
  }

  @Test
  void aGiftCardThatWasSpentTwiceIsFound() {
    GiftCardId card = GiftCardId.ofRequest("user:manager", "1");
    OrderId nobody = new OrderId("00000000-0000-0000-0000-000000000009");
    Money five = Money.of("5.00", "EUR");
    String stream = "gift-card/" + card;
    add(stream, new GiftCardIssued(card, five, LocalDate.EPOCH, Instant.EPOCH));
    add(stream, new GiftCardHeld(card, ORDER, five, Instant.EPOCH));
    add(stream, new GiftCardHeld(card, nobody, five, Instant.EPOCH));

    assertThat(violations())
        .contains("gift card " + card + " had a balance of -500")
        .anyMatch(found -> found.startsWith("order " + nobody + " was never placed"));
  }

  private static OrderEvent placed(OrderLine line) {
    return new OrderEvent.OrderPlaced(
        ORDER,
        "1",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        List.of(line),
        new OrderEvent.OrderTotals(NONE, NONE, NONE, NONE, NONE),
        false,
        Instant.EPOCH);
  }

  private void order(OrderEvent event) {
    add("order/" + ORDER, event);
  }

  private void stock(Record event) {
    add("stock/" + TEA, event);
  }

  private void add(String stream, Object event) {
    StreamId id = StreamId.parse(stream);
    List<Streams.Entry> events = entries.computeIfAbsent(id, s -> new ArrayList<>());
    events.add(new Streams.Entry(id, events.size() + 1, "", event));
  }

  private List<String> violations() {
    return new LedgerAudit(new Streams(entries, List.of()), Instant.EPOCH.plusSeconds(900))
        .findings().stream().flatMap(finding -> finding.violations().stream()).toList();
  }
}
