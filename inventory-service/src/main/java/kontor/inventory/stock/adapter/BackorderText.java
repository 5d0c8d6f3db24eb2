package kontor.inventory.stock.adapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.Backorders;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import org.jspecify.annotations.Nullable;

/** What may be sold before it is here, as JSON in a snapshot. */
record BackorderText(
    int limit,
    @Nullable Map<String, Integer> perChannel,
    @Nullable String promisedOn,
    @Nullable Integer daysAfterInbound,
    @Nullable String releaseOn) {

  static BackorderText of(Backorders rule) {
    Map<String, Integer> parts = null;
    if (rule.perChannel() != null) {
      parts = new TreeMap<>();
      for (ChannelBuffer part : rule.perChannel()) {
        parts.put(part.channel().value(), part.units().value());
      }
    }
    return new BackorderText(
        rule.limit().value(),
        parts,
        text(rule.promisedOn()),
        rule.daysAfterInbound(),
        text(rule.releaseOn()));
  }

  Backorders rule() {
    List<ChannelBuffer> parts = null;
    if (perChannel != null) {
      parts = new ArrayList<>();
      for (Map.Entry<String, Integer> part : perChannel.entrySet()) {
        parts.add(new ChannelBuffer(new ChannelId(part.getKey()), new Quantity(part.getValue())));
      }
    }
    return new Backorders(
        new Quantity(limit), parts, day(promisedOn), daysAfterInbound, day(releaseOn));
  }

  static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
