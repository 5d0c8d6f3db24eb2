package kontor.sandbox.amazon.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
          "listing-id",
          "seller-sku",
          "price",
          "quantity",
          "open-date",
          "product-id-type",
          "item-condition",
          "asin1",
          "product-id",
          "fulfillment-channel",
          "merchant-shipping-group",
          "status");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Listings listings;

  ListingsReport(Listings listings) {
    this.listings = listings;
  }

  String write(ReportJob job) {
    return TabFile.write(
        COLUMNS,
        listings.of(job.sellerId()).stream()
            .filter(listing -> job.marketplaceIds().contains(listing.marketplaceId()))
            .map(this::row)
            .toList());
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
    row.put("quantity", Integer.toString(listing.ownQuantity()));
    row.put("open-date", TIME.format(listing.created()));
    row.put("product-id-type", "1");
    row.put("item-condition", "11");
    row.put("asin1", listing.asin());
    row.put("product-id", listing.asin());
    row.put("fulfillment-channel", byAmazon ? warehouse : Listing.OWN);
    row.put("status", active ? "Active" : "Inactive");
    return row;
  }
}
