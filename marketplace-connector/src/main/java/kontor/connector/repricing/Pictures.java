package kontor.connector.repricing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.contracts.Sku;

/** What was last seen of competitors, by account and article, and what followed from it. */
public interface Pictures {

  /** Replaces what was seen before. */
  void put(Account account, Collection<Competition> seen);

  /** Those that were ever looked at. */
  Map<Sku, Competition> find(Account account, Collection<Sku> skus);

  /** Why the price is as it is, or why nothing is proposed; replaces what was noted before. */
  void note(Account account, Sku sku, List<String> reasons);

  Optional<Noted> noted(Account account, Sku sku);

  /** Reasons and the moment of the first time that they were these. */
  record Noted(List<String> reasons, Instant since) {

    public Noted {
      reasons = List.copyOf(reasons);
    }
  }
}
