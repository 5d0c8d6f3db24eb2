package kontor.sandbox.amazon.listing;

import java.time.Instant;
import java.util.List;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Problem;

/** Which listings a search wants. */
final class SearchFilter {

  private final Call call;
  private final Listings listings;
  private final List<String> identifiers;

  SearchFilter(Call call, Listings listings) {
    this.call = call;
    this.listings = listings;
    this.identifiers = call.list("identifiers");
    boolean typed = call.parameter("identifiersType").isPresent();
    if (typed != !identifiers.isEmpty()) {
      throw Problem.INVALID_INPUT.refuse("identifiersType: goes with identifiers");
    }
  }

  boolean admits(Listing listing) {
    List<String> status = listing.status(listings.stored(listing));
    return call.list("marketplaceIds").contains(listing.marketplaceId())
        && identified(listing)
        && within(listing.created(), "created")
        && within(listing.updated(), "lastUpdated")
        && call.list("withStatus").stream().allMatch(status::contains)
        && call.list("withoutStatus").stream().noneMatch(status::contains)
        && severe(listing);
  }

  private boolean severe(Listing listing) {
    List<String> wanted = call.list("withIssueSeverity");
    return wanted.isEmpty()
        || listing.issues().stream()
            .anyMatch(issue -> wanted.contains(issue.path("severity").asText()));
  }

  private boolean within(Instant moment, String name) {
    return call.moment(name + "After").map(after -> !moment.isBefore(after)).orElse(true)
        && call.moment(name + "Before").map(before -> !moment.isAfter(before)).orElse(true);
  }

  private boolean identified(Listing listing) {
    if (identifiers.isEmpty()) {
      return true;
    }
    return switch (call.parameter("identifiersType").orElse("")) {
      case "SKU" -> identifiers.contains(listing.sku());
      case "ASIN" -> identifiers.contains(listing.asin());
      case "EAN", "GTIN", "UPC", "ISBN", "JAN" ->
          identifiers.contains(
              listing.attributes().at("/externally_assigned_product_identifier/0/value").asText());
      default -> false;
    };
  }
}
