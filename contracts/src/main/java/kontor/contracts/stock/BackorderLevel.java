package kontor.contracts.stock;

import java.time.LocalDate;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockLevelEvent.ChannelLevel;
import org.jspecify.annotations.Nullable;

/**
 * What may be promised of a SKU before it is here.
 *
 * @param promisable units that a channel may promise beyond what is there
 * @param perChannel the same for channels with a limit of their own; absent: there are none
 * @param promisedOn the day that buyers are told; absent: nobody knows
 * @param releaseOn the first day of an article that is pre-ordered; absent: it is on sale already
 */
public record BackorderLevel(
    Quantity promisable,
    @Nullable List<ChannelLevel> perChannel,
    @Nullable LocalDate promisedOn,
    @Nullable LocalDate releaseOn) {

  public BackorderLevel {
    perChannel = perChannel == null ? null : List.copyOf(perChannel);
  }

  /** What this channel may promise beyond what is there. */
  public int promisable(ChannelId channel) {
    List<ChannelLevel> own = perChannel == null ? List.of() : perChannel;
    return own.stream()
        .filter(level -> level.channel().equals(channel))
        .mapToInt(level -> level.promisable().value())
        .findFirst()
        .orElse(promisable.value());
  }
}
