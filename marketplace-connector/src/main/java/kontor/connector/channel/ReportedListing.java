package kontor.connector.channel;

import java.util.List;
import java.util.Optional;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;

/**
 * An article of ours as it stands on a marketplace.
 *
 * @param price what a buyer pays, VAT included; none where the marketplace does not say
 * @param quantity what we offer ourselves; what lies in the marketplace's own warehouse is not in
 *     it
 */
public record ReportedListing(
    Sku sku,
    String offerId,
    Optional<String> listingId,
    State state,
    String title,
    Optional<Gtin> gtin,
    Optional<Money> price,
    Optional<Quantity> quantity,
    List<Issue> issues) {

  public ReportedListing {
    issues = List.copyOf(issues);
  }

  /** Where it stands. */
  public enum State {
    /** Buyers can buy it, or could if there were any left. */
    LIVE,
    /** Not yet, or not any more; nothing says that it was ended. */
    HIDDEN,
    ENDED
  }

  /**
   * What the marketplace objects to.
   *
   * @param code the marketplace's
   * @param category what the marketplace counts it among; empty where it does not
   * @param blocking whether it keeps buyers from buying
   */
  public record Issue(
      String code, String category, String message, List<String> attributes, boolean blocking) {

    public Issue {
      attributes = List.copyOf(attributes);
    }
  }

  /** Whether any issue keeps buyers from buying. */
  public boolean blocked() {
    return issues.stream().anyMatch(Issue::blocking);
  }
}
