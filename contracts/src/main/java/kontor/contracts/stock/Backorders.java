package kontor.contracts.stock;

import java.time.LocalDate;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How much of a SKU may be sold before it is here.
 *
 * @param limit units that all channels together may promise beyond what is available
 * @param perChannel channels that may promise fewer; absent: there are none
 * @param promisedOn the day that buyers are told; absent: the next day on which goods are expected,
 *     and so many days after it
 * @param daysAfterInbound from the goods' arrival to the day that buyers are told; absent: none
 * @param releaseOn the first day of a new article, which is pre-ordered until then: no earlier day
 *     is promised; absent: it is on sale already
 */
public record Backorders(
    Quantity limit,
    @Nullable List<ChannelBuffer> perChannel,
    @Nullable LocalDate promisedOn,
    @Nullable Integer daysAfterInbound,
    @Nullable LocalDate releaseOn) {

  public Backorders {
    perChannel = perChannel == null ? null : List.copyOf(perChannel);
  }

  /** What this channel may promise at most beyond what is available. */
  public int limit(ChannelId channel) {
    List<ChannelBuffer> own = perChannel == null ? List.of() : perChannel;
    return own.stream()
        .filter(part -> part.channel().equals(channel))
        .mapToInt(part -> Math.min(part.units().value(), limit.value()))
        .findFirst()
        .orElse(limit.value());
  }
}
