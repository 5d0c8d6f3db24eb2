package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.BackorderLevel;
import kontor.contracts.stock.Backorders;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.contracts.stock.StockLevelEvent.ChannelLevel;
import kontor.contracts.stock.StockLevelEvent.InboundLevel;
import kontor.contracts.stock.StockLevelEvent.LocationLevel;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;

/**
 * A level as it is told to everybody else: what says nothing is left out.
 *
 * @param keeps what is kept back, defaults included
 */
record PublishedLevel(StockLevel level, StockPolicy keeps) {

  StockLevelChanged event() {
    return new StockLevelChanged(
        level.sku(),
        level.totalOnHand(),
        level.reserved(),
        level.available(),
        keeps.safety() == 0 ? null : new Quantity(Math.max(0, level.available() - keeps.safety())),
        keeps.buffers().isEmpty() ? null : perChannel(),
        mainAlone() ? null : locations(),
        keeps.backorders().map(this::backorder).orElse(null),
        level.supply().expected().isEmpty() ? null : inbound());
  }

  private boolean mainAlone() {
    return level.shelves().isEmpty()
        || (level.shelves().size() == 1 && level.shelves().containsKey(LocationId.MAIN));
  }

  private List<ChannelLevel> perChannel() {
    return keeps.listed().stream()
        .map(b -> new ChannelLevel(b.channel(), keeps.promisable(level.available(), b.channel())))
        .toList();
  }

  private List<LocationLevel> locations() {
    List<LocationLevel> locations = new ArrayList<>();
    level
        .shelves()
        .forEach(
            (id, shelf) -> {
              Integer allocated = shelf.allocated() == 0 ? null : shelf.allocated();
              locations.add(new LocationLevel(id, shelf.kind(), shelf.units(), allocated));
            });
    locations.sort(Comparator.comparing(place -> place.location().value()));
    return locations;
  }

  private BackorderLevel backorder(Backorders rule) {
    List<ChannelLevel> own =
        Stream.concat(
                keeps.buffers().keySet().stream(),
                rule.perChannel() == null
                    ? Stream.empty()
                    : rule.perChannel().stream().map(ChannelBuffer::channel))
            .distinct()
            .sorted(Comparator.comparing(ChannelId::value))
            .map(channel -> new ChannelLevel(channel, beyond(channel)))
            .toList();
    int left = level.available() - keeps.safety();
    int all = Math.max(0, left + rule.limit().value()) - Math.max(0, left);
    return new BackorderLevel(
        new Quantity(all),
        own.isEmpty() ? null : own,
        keeps.promisedOn(level).orElse(null),
        rule.releaseOn());
  }

  /** What a channel may promise beyond what is there. */
  private Quantity beyond(ChannelId channel) {
    Quantity here = keeps.promisable(level.available(), channel);
    return keeps.promisableEver(level.available(), channel).minus(here);
  }

  /** By day, then by place; without a day last. */
  private List<InboundLevel> inbound() {
    Map<Expected, Integer> units = new LinkedHashMap<>();
    level
        .supply()
        .coming()
        .forEach(
            line -> {
              Expected e = line.getValue();
              units.merge(new Expected(e.location(), 0, e.on(), 0), e.units(), Integer::sum);
            });
    return units.entrySet().stream()
        .map(
            sum ->
                new InboundLevel(
                    sum.getKey().location(),
                    new Quantity(sum.getValue()),
                    sum.getKey().on().orElse(null)))
        .toList();
  }
}
