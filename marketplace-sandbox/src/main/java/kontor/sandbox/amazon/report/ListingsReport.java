package kontor.sandbox.amazon.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.sandbox.amazon.document.TabFile;
import kontor.sandbox.amazon.listing.Listing;
import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.amazon.value.Money;

/**
 * GET_MERCHANT_LISTINGS_ALL_DATA: all listings of a seller, the way to compare a whole catalogue.
 */
final class ListingsReport {

  static final List<String> COLUMNS =
      List.of(
          "item-name",
          "item-description",
          "listing-id",
          "seller-sku",
          "price",
          "quantity",
          "open-date",
          "image-url",
          "item-is-marketplace",
          "product-id-type",
          "item-note",
          "item-condition",
          "asin1",
          "asin2",
          "asin3",
          "product-id",
          "pending-quantity",
          "fulfillment-channel",
          "merchant-shipping-group",
          "status");

  private static final String GERMANY = "A1PA6795UKMFR9";

  /** Amazon's numbers of the kinds of product ids. */
  private static final Map<String, String> ID_TYPES =
      Map.of("asin", "1", "isbn", "2", "upc", "3", "ean", "4");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Enough to be unreadable by English names; all but the first are our own. */
  private static final Map<String, String> GERMAN =
      Map.of("seller-sku", "Händler-SKU", "price", "Preis", "quantity", "Menge");

  private final Listings listings;

  ListingsReport(Listings listings) {
    this.listings = listings;
  }

  String write(ReportJob job) {
    String text =
        TabFile.write(
            COLUMNS,
            listings.of(job.sellerId()).stream()
                .filter(listing -> job.marketplaceIds().contains(listing.marketplaceId()))
                .map(this::row)
                .toList());
    boolean german = job.locale() == null && job.marketplaceIds().contains(GERMANY);
    return german ? named(GERMAN) + text.substring(text.indexOf('\n')) : text;
  }

  private static String named(Map<String, String> names) {
    return COLUMNS.stream()
        .map(column -> names.getOrDefault(column, column))
        .collect(Collectors.joining("\t"));
  }

  private Map<String, String> row(Listing listing) {
    String warehouse = Marketplace.of(listing.marketplaceId()).warehouse();
    boolean byAmazon = listings.stored(listing.sellerId(), listing.sku()) > 0;
    boolean active = listings.offered(listing, false) > 0 || listings.offered(listing, true) > 0;
    Map<String, String> row = new HashMap<>();
    row.put("item-name", listing.title());
    row.put("listing-id", Integer.toHexString(listing.sku().hashCode()));
    row.put("seller-sku", listing.sku());
    row.put("price", listing.money().map(Money::amount).orElse(""));
    row.put("quantity", byAmazon ? "" : Integer.toString(listing.ownQuantity()));
    row.put("open-date", TIME.format(listing.created()));
    row.put("item-is-marketplace", "y");
    row.put("item-condition", "11");
    row.put("asin1", listing.asin());
    JsonNode id = listing.attributes().at("/externally_assigned_product_identifier/0");
    row.put("product-id-type", ID_TYPES.getOrDefault(id.path("type").asText("asin"), "1"));
    row.put("product-id", id.path("value").asText(listing.asin()));
    row.put("item-description", listing.attributes().at("/product_description/0/value").asText(""));
    row.put("fulfillment-channel", byAmazon ? warehouse : Listing.OWN);
    row.put("status", active ? "Active" : "Inactive");
    return row;
  }
}
