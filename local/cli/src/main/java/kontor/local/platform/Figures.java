package kontor.local.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What waits at a component; what could not be found out is left out.
 *
 * @param outboxPending commits that are stored and not yet published
 * @param consumerLag records that its consumer groups have not read yet
 * @param deadLetters records in its dead-letter topics
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(
    @Nullable Long outboxPending, @Nullable Long consumerLag, @Nullable Long deadLetters) {

  public static final Figures UNKNOWN = new Figures(null, null, null);
}
