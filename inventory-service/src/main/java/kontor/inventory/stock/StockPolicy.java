package kontor.inventory.stock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.Backorders;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.contracts.stock.StockEvent.StockPolicySet;

/**
 * What is kept back: from every channel, against a sale of what is not there, and from single
 * channels besides.
 *
 * @param safetyStock empty: as it is set for all SKUs
 * @param buffers per channel; for others as they are set for all SKUs
 * @param revision how often it was set
 * @param backorders what may be sold before it is here; empty: nothing
 */
public record StockPolicy(
    Optional<Quantity> safetyStock,
    Map<ChannelId, Quantity> buffers,
    int revision,
    Optional<Backorders> backorders) {

  private static final Comparator<ChannelId> BY_NAME = Comparator.comparing(ChannelId::value);

  /** Nothing is kept back. */
  public static final StockPolicy NONE = new StockPolicy(Optional.empty(), Map.of(), 0);

  public StockPolicy {
    buffers = Map.copyOf(buffers);
  }

  /** Nothing is sold before it is here. */
  public StockPolicy(
      Optional<Quantity> safetyStock, Map<ChannelId, Quantity> buffers, int revision) {
    this(safetyStock, buffers, revision, Optional.empty());
  }

  /** What holds for a SKU: its own policy, and this one where it says nothing. */
  StockPolicy withDefaults(StockPolicy defaults) {
    if (defaults.safetyStock.isEmpty() && defaults.buffers.isEmpty()) {
      return this;
    }
    Map<ChannelId, Quantity> all = new TreeMap<>(BY_NAME);
    all.putAll(defaults.buffers);
    all.putAll(buffers);
    return new StockPolicy(safetyStock.or(() -> defaults.safetyStock), all, revision, backorders);
  }

  /** What a channel may promise of what is available. */
  Quantity promisable(int available, ChannelId channel) {
    return new Quantity(Math.max(0, left(available, channel)));
  }

  /** The same with what it may promise before it is here. */
  Quantity promisableEver(int available, ChannelId channel) {
    int beyond = backorders.map(rule -> rule.limit(channel)).orElse(0);
    return new Quantity(Math.max(0, left(available, channel) + beyond));
  }

  private int left(int available, ChannelId channel) {
    return available - safety() - buffers.getOrDefault(channel, Quantity.ZERO).value();
  }

  /** The day that buyers of units which are not here are told; empty: nobody knows. */
  Optional<LocalDate> promisedOn(StockLevel level) {
    if (backorders.isEmpty()) {
      return Optional.empty();
    }
    Backorders rule = backorders.get();
    int days = rule.daysAfterInbound() == null ? 0 : rule.daysAfterInbound();
    Optional<LocalDate> day =
        Optional.ofNullable(rule.promisedOn())
            .or(() -> level.supply().nextArrival().map(next -> next.plusDays(days)));
    LocalDate release = rule.releaseOn();
    return release == null || day.filter(d -> d.isAfter(release)).isPresent()
        ? day
        : Optional.of(release);
  }

  /** Whether both say the same, however often they were set. */
  public boolean sameAs(StockPolicy other) {
    return safetyStock.equals(other.safetyStock)
        && buffers.equals(other.buffers)
        && backorders.equals(other.backorders);
  }

  int safety() {
    return safetyStock.orElse(Quantity.ZERO).value();
  }

  StockPolicy set(StockPolicySet event) {
    Map<ChannelId, Quantity> now = new TreeMap<>(BY_NAME);
    event.buffers().forEach(buffer -> now.put(buffer.channel(), buffer.units()));
    return new StockPolicy(
        Optional.ofNullable(event.safetyStock()),
        now,
        revision + 1,
        Optional.ofNullable(event.backorders()));
  }

  /** In the order of channels. */
  public List<ChannelBuffer> listed() {
    Map<ChannelId, Quantity> sorted = new TreeMap<>(BY_NAME);
    sorted.putAll(buffers);
    return sorted.entrySet().stream()
        .map(buffer -> new ChannelBuffer(buffer.getKey(), buffer.getValue()))
        .toList();
  }
}
