package kontor.inventory.stock.adapter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.inventory.stock.StockPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept back of a SKU that has no policy of its own.
 *
 * @param safetyStock units, from every channel
 * @param buffers units by channel, besides
 */
@ConfigurationProperties("kontor.stock")
record StockSettings(
    @DefaultValue("0") int safetyStock, @DefaultValue Map<String, Integer> buffers) {

  StockPolicy defaults() {
    if (safetyStock == 0 && buffers.isEmpty()) {
      return StockPolicy.NONE;
    }
    Map<ChannelId, Quantity> kept = new HashMap<>();
    buffers.forEach((channel, units) -> kept.put(new ChannelId(channel), new Quantity(units)));
    return new StockPolicy(Optional.of(new Quantity(safetyStock)), kept, 0);
  }
}
