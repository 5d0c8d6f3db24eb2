package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** All listings, the catalogue of ASINs, and the stock in Amazon's warehouses. */
public final class Listings {

  /** An article of the catalogue, found by its GTIN. */
  public record Article(String gtin, String asin) {}

  /** Units in Amazon's warehouses. */
  public record Stored(String sellerId, String sku, int quantity) {}

  private final Table<Listing> listings;
  private final Table<Article> catalogue;
  private final Table<Stored> warehouse;
  private final Store store;
  private final Notices notices;

  public Listings(Store store, Notices notices) {
    this.store = store;
    this.notices = notices;
    this.listings = store.table("amazon-listings", Listing.class);
    this.catalogue = store.table("amazon-catalogue", Article.class);
    this.warehouse = store.table("amazon-warehouse", Stored.class);
  }

  private static String key(String sellerId, String marketplaceId, String sku) {
    return sellerId + "|" + marketplaceId + "|" + sku;
  }

  /** The listing of a SKU on a marketplace. */
  public Optional<Listing> find(String sellerId, String marketplaceId, String sku) {
    return listings.get(key(sellerId, marketplaceId, sku));
  }

  /** All listings of a seller, oldest first. */
  public List<Listing> of(String sellerId) {
    return listings.all().stream().filter(one -> one.sellerId().equals(sellerId)).toList();
  }

  /** All sellers' listings of an article on a marketplace. */
  public List<Listing> ofAsin(String marketplaceId, String asin) {
    return listings.all().stream()
        .filter(one -> one.marketplaceId().equals(marketplaceId) && one.asin().equals(asin))
        .toList();
  }

  void put(Listing listing) {
    listings.put(key(listing.sellerId(), listing.marketplaceId(), listing.sku()), listing);
  }

  void remove(String sellerId, String marketplaceId, String sku) {
    listings.remove(key(sellerId, marketplaceId, sku));
  }

  /** Units of a SKU in Amazon's warehouses. */
  public int stored(String sellerId, String sku) {
    return warehouse.get(sellerId + "|" + sku).map(Stored::quantity).orElse(0);
  }

  /** Whether a SKU was ever in Amazon's warehouses. */
  boolean everStored(String sellerId, String sku) {
    return warehouse.get(sellerId + "|" + sku).isPresent();
  }

  /** Sets the units of a SKU in Amazon's warehouses. */
  public void store(String sellerId, String sku, int quantity) {
    warehouse.put(sellerId + "|" + sku, new Stored(sellerId, sku, quantity));
  }

  /** Takes units that a buyer ordered out of what is offered. */
  public void sell(Listing listing, int quantity, boolean byAmazon, Instant at) {
    if (byAmazon) {
      store(listing.sellerId(), listing.sku(), stored(listing) - quantity);
    } else {
      Listing after = listing.withOwnQuantity(listing.ownQuantity() - quantity, at);
      put(after);
      ListingNotices.tell(notices, Optional.of(listing), after, stored(listing), at);
    }
  }

  int stored(Listing listing) {
    return stored(listing.sellerId(), listing.sku());
  }

  /** How many a buyer can order now. */
  public int offered(Listing listing, boolean byAmazon) {
    boolean buyable = listing.status(stored(listing)).contains("BUYABLE");
    return !buyable ? 0 : byAmazon ? stored(listing) : listing.ownQuantity();
  }

  /** The ASIN of these attributes: the one the seller names, the GTIN's, or a new one. */
  String asin(ObjectNode attributes) {
    String named = attributes.at("/merchant_suggested_asin/0/value").asText();
    if (!named.isEmpty()) {
      return named;
    }
    String gtin = attributes.at("/externally_assigned_product_identifier/0/value").asText();
    if (gtin.isEmpty()) {
      return nextAsin();
    }
    String padded = "0".repeat(14 - gtin.length()) + gtin;
    Article article = catalogue.get(padded).orElseGet(() -> new Article(padded, nextAsin()));
    catalogue.put(padded, article);
    return article.asin();
  }

  private String nextAsin() {
    String number = Long.toString(store.next("amazon-asin") + 78_364_164_096L, 36); // 8 digits
    return "B0" + number.toUpperCase(Locale.ROOT).substring(0, 8);
  }
}
