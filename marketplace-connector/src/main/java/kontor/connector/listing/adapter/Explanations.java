package kontor.connector.listing.adapter;

import java.util.List;
import kontor.connector.account.Accounts;
import kontor.connector.account.Connections;
import kontor.connector.channel.Explanation;
import kontor.connector.channel.Marketplace;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.springframework.stereotype.Component;

/** What marketplaces' objections mean, by the marketplace that a listing's account is at. */
@Component
class Explanations {

  private final Accounts accounts;
  private final Connections connections;

  Explanations(Accounts accounts, Connections connections) {
    this.accounts = accounts;
    this.connections = connections;
  }

  /** Each once. What a draft lacks says itself what helps. */
  List<Explanation> of(ListingChanged listing) {
    if (listing.status() != ListingStatus.ISSUE) {
      return List.of();
    }
    return accounts
        .find(listing.channel(), listing.account())
        .flatMap(known -> connections.marketplace(known.account().marketplace()))
        .map(marketplace -> explain(marketplace, listing.issues()))
        .orElse(List.of());
  }

  private static List<Explanation> explain(Marketplace marketplace, List<String> issues) {
    return issues.stream()
        .flatMap(issue -> marketplace.explain(issue).stream())
        .distinct()
        .toList();
  }
}
