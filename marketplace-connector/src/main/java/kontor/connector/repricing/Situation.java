package kontor.connector.repricing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.contracts.Money;
import kontor.contracts.Quantity;

/**
 * All that a price is decided by.
 *
 * @param current what the marketplace shows, VAT included
 * @param competition as last looked at; none where nobody looked yet or the marketplace shows none
 * @param changes of the last 24 hours, the oldest first
 * @param zone of the account's country, for schedules
 * @param staleAfter older looks at competitors say nothing
 */
record Situation(
    RepricingRule rule,
    Money current,
    Quantity quantity,
    Optional<Competition> competition,
    Floor floor,
    List<PriceChange> changes,
    Instant now,
    ZoneId zone,
    Duration staleAfter) {

  Situation {
    changes = List.copyOf(changes);
  }

  Optional<PriceChange> lastChange() {
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
  }
}
