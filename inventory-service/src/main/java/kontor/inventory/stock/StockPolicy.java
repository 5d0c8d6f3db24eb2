package kontor.inventory.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.contracts.stock.StockEvent.StockPolicySet;

/**
 * What is kept back: from every channel, against a sale of what is not there, and from single
 * channels besides.
 *
 * @param safetyStock empty: as it is set for all SKUs
 * @param buffers per channel; for others as they are set for all SKUs
 * @param revision how often it was set
 */
public record StockPolicy(
    Optional<Quantity> safetyStock, Map<ChannelId, Quantity> buffers, int revision) {

  private static final Comparator<ChannelId> BY_NAME = Comparator.comparing(ChannelId::value);

  /** Nothing is kept back. */
  public static final StockPolicy NONE = new StockPolicy(Optional.empty(), Map.of(), 0);

  public StockPolicy {
    buffers = Map.copyOf(buffers);
  }

  /** What holds for a SKU: its own policy, and this one where it says nothing. */
  StockPolicy withDefaults(StockPolicy defaults) {
    if (defaults.safetyStock.isEmpty() && defaults.buffers.isEmpty()) {
      return this;
    }
    Map<ChannelId, Quantity> all = new TreeMap<>(BY_NAME);
    all.putAll(defaults.buffers);
    all.putAll(buffers);
    return new StockPolicy(safetyStock.or(() -> defaults.safetyStock), all, revision);
  }

  /** What a channel may promise of what is available. */
  Quantity promisable(int available, ChannelId channel) {
    int kept = safety() + buffers.getOrDefault(channel, Quantity.ZERO).value();
    return new Quantity(Math.max(0, available - kept));
  }

  int safety() {
    return safetyStock.orElse(Quantity.ZERO).value();
  }

  StockPolicy set(StockPolicySet event) {
    Map<ChannelId, Quantity> now = new TreeMap<>(BY_NAME);
    event.buffers().forEach(buffer -> now.put(buffer.channel(), buffer.units()));
    return new StockPolicy(Optional.ofNullable(event.safetyStock()), now, revision + 1);
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
