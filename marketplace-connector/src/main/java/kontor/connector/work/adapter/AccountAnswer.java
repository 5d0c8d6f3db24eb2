package kontor.connector.work.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.connector.account.ConnectedAccount.Status;
import kontor.connector.channel.CallsLeft;
import kontor.connector.channel.Capability;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * An account as the manager sees it. Secrets are never shown.
 *
 * @param reason why the marketplace does not let us in; empty otherwise
 * @param capabilities what this marketplace can do beside the common things
 * @param waiting articles that may have to be sent, on the instance that answers
 * @param work how many things need a person or wait to be tried again
 * @param consentUntil when the seller's consent ends, where the marketplace says so
 * @param consentEnding whether that is within 14 days
 * @param tasks by name; only the instance that works for the account has more than their names
 * @param limits calls that could be made now, by operation
 */
record AccountAnswer(
    String marketplace,
    ChannelId channel,
    String account,
    CountryCode country,
    Status status,
    String reason,
    Map<String, String> settings,
    Set<Capability> capabilities,
    int waiting,
    int work,
    @Nullable Instant consentUntil,
    boolean consentEnding,
    Map<String, TaskAnswer> tasks,
    List<CallsLeft> limits) {

  /**
   * @param failures in a row
   * @param nextTry after a failure, or to stay within a limit; none when it may be tried
   */
  record TaskAnswer(
      int failures, @Nullable Instant nextTry, @Nullable Instant lastSuccess, String lastError) {}
}
