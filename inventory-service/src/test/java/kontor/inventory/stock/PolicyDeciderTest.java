package kontor.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.inventory.stock.StockCommand.Receive;
import kontor.inventory.stock.StockCommand.Reserve;
import kontor.inventory.stock.StockCommand.SetPolicy;
import org.junit.jupiter.api.Test;

/** What is kept back, and that no channel promises more than its part. */
class PolicyDeciderTest {

  private static final Sku SKU = new Sku("TEE");
  private static final ChannelId EBAY = new ChannelId("ebay-de");
  private static final ChannelId AMAZON = new ChannelId("amazon-de");
  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");

  private StockPolicy defaults = StockPolicy.NONE;
  private StockLevel level = StockLevel.none(SKU);

  @Test
  void everyChannelIsOfferedWhatIsLeftOfItsPart() {
    when(receive(10));
    when(set(3, Map.of(EBAY, 2)));

    assertThat(offered(EBAY)).isEqualTo(5);
    assertThat(offered(AMAZON)).isEqualTo(7);
    assertThat(level.published(defaults).available()).isEqualTo(10);
  }

  @Test
  void aChannelPromisesNoMoreThanIsOfferedThere() {
    when(receive(10));
    when(set(3, Map.of(EBAY, 2)));

    assertThat(when(reserve(EBAY, 6, false)))
        .containsExactly(new StockRejected(SKU, ORDER, new Quantity(6), new Quantity(5)));
    assertThat(when(reserve(EBAY, 5, false))).hasOnlyElementsOfType(StockReserved.class);
    assertThat(offered(EBAY)).isZero();
    assertThat(offered(AMAZON)).isEqualTo(2);
  }

  @Test
  void whatIsSoldAlreadyIsHeldAndShownAsOversold() {
    when(receive(2));
    when(set(3, Map.of()));

    assertThat(when(reserve(EBAY, 4, true))).hasOnlyElementsOfType(StockReserved.class);
    assertThat(level.published(defaults).available()).isEqualTo(-2);
    assertThat(offered(EBAY)).isZero();
  }

  @Test
  void aSkuWithoutAPolicyKeepsBackWhatIsSetForAll() {
    defaults = policy(Optional.of(new Quantity(1)), Map.of(EBAY, new Quantity(4)));
    when(receive(10));
    assertThat(offered(EBAY)).isEqualTo(5);
    assertThat(offered(AMAZON)).isEqualTo(9);
    assertThat(when(reserve(EBAY, 6, false))).hasOnlyElementsOfType(StockRejected.class);

    when(set(0, Map.of(AMAZON, 2)));
    assertThat(offered(EBAY)).isEqualTo(6);
    assertThat(offered(AMAZON)).isEqualTo(8);
    when(new SetPolicy(policy(Optional.of(Quantity.ZERO), Map.of(EBAY, Quantity.ZERO)), 1));
    assertThat(offered(EBAY)).isEqualTo(10);
  }

  @Test
  void onlyWhoHasSeenThePolicySetsAnother() {
    SetPolicy first = set(3, Map.of(EBAY, 2, AMAZON, 1));

    assertThat(when(first))
        .containsExactly(
            new StockPolicySet(
                SKU,
                new Quantity(3),
                List.of(
                    new ChannelBuffer(AMAZON, new Quantity(1)),
                    new ChannelBuffer(EBAY, new Quantity(2)))));
    assertThat(when(set(4, Map.of()))).isEmpty();
    assertThat(when(new SetPolicy(first.policy(), 1))).isEmpty();
    assertThat(when(new SetPolicy(policy(Optional.empty(), Map.of()), 1)))
        .containsExactly(new StockPolicySet(SKU, null, List.of()));
    assertThat(level.policy().revision()).isEqualTo(2);
  }

  @Test
  void aPolicyThatKeepsNothingBackIsNotPublished() {
    when(receive(10));

    assertThat(level.published(defaults).promisable()).isNull();
    assertThat(level.published(defaults).perChannel()).isNull();
  }

  private List<Record> when(StockCommand command) {
    List<Record> events = StockDecider.decide(command, level, defaults);
    for (Record event : events) {
      level = level.evolve(event);
    }
    return events;
  }

  private int offered(ChannelId channel) {
    return level.published(defaults).sellable(channel).value();
  }

  private static Receive receive(int units) {
    return new Receive(Place.MAIN, new Quantity(units), "r1");
  }

  private static Reserve reserve(ChannelId channel, int units, boolean forced) {
    return new Reserve(ORDER, channel, new Quantity(units), Instant.EPOCH, forced);
  }

  private static SetPolicy set(int safety, Map<ChannelId, Integer> buffers) {
    Map<ChannelId, Quantity> units = new HashMap<>();
    buffers.forEach((channel, kept) -> units.put(channel, new Quantity(kept)));
    return new SetPolicy(policy(Optional.of(new Quantity(safety)), units), 0);
  }

  private static StockPolicy policy(Optional<Quantity> safety, Map<ChannelId, Quantity> buffers) {
    return new StockPolicy(safety, buffers, 0);
  }
}
