package kontor.connector.amazon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReportedListing.State;
import kontor.contracts.CountryCode;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;

/**
 * The report of all listings: a row for each. Its columns differ by site, so they are known by
 * their names. Texts of sellers may break a row in two; what cannot be read is named, and the
 * others are read.
 */
final class AmazonCatalogueFile {

  private static final String SKU = "seller-sku";
  private static final String PRICE = "price";

  /** ISBN, UPC and EAN; 1 is Amazon's own number. */
  private static final Set<String> GTIN_TYPES = Set.of("2", "3", "4");

  private final Currency currency;
  private final List<String> names;
  private final Set<Sku> read = new HashSet<>();

  private AmazonCatalogueFile(Currency currency, List<String> names) {
    this.currency = currency;
    this.names = names;
  }

  /** Whether its columns have the names that we know. */
  static boolean knows(String text) {
    return names(text.lines().findFirst().orElse("")).containsAll(List.of(SKU, PRICE, "status"));
  }

  /**
   * @param country of the site, in whose currency the prices are
   */
  static ListingPage read(String text, CountryCode country) {
    List<String> lines = text.lines().toList();
    if (!knows(text)) {
      throw new ChannelException(
          Kind.REFUSED,
          "the report of all listings has columns that we do not know: "
              + (lines.isEmpty() ? "none" : lines.get(0)),
          Duration.ZERO,
          null);
    }
    Currency currency = Currency.getInstance(new Locale("", country.value()));
    AmazonCatalogueFile file = new AmazonCatalogueFile(currency, names(lines.get(0)));
    List<ReportedListing> listings = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        file.row(lines.get(i)).ifPresent(listings::add);
      } catch (IllegalArgumentException | ArithmeticException e) {
        unreadable.add("row " + (i + 1) + ": " + e.getMessage());
      }
    }
    return ListingPage.all(listings, unreadable);
  }

  private static List<String> names(String line) {
    return List.of(line.replace("\uFEFF", "").split("\t", -1)).stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private Optional<ReportedListing> row(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    List<String> fields = List.of(line.split("\t", -1));
    if (fields.size() != names.size()) {
      throw new IllegalArgumentException(
          "has " + fields.size() + " fields instead of " + names.size());
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), fields.get(i).strip());
    }
    return Optional.of(listing(row));
  }

  private ReportedListing listing(Map<String, String> row) {
    String name = row.getOrDefault(SKU, "");
    if (name.indexOf('\uFFFD') >= 0) {
      throw new IllegalArgumentException("SKU '" + name + "' has lost some of its characters");
    }
    Sku sku = new Sku(name);
    ReportedListing listing =
        new ReportedListing(
            sku,
            name,
            filled(row, "asin1"),
            row.getOrDefault("status", "").equalsIgnoreCase("Active") ? State.LIVE : State.HIDDEN,
            row.getOrDefault("item-name", ""),
            gtin(row),
            filled(row, PRICE).map(price -> price(name, price)),
            quantity(name, row),
            List.of());
    if (!read.add(sku)) {
      throw new IllegalArgumentException("SKU '" + name + "' is there a second time");
    }
    return listing;
  }

  private static Optional<String> filled(Map<String, String> row, String column) {
    return Optional.of(row.getOrDefault(column, "")).filter(value -> !value.isEmpty());
  }

  /** What only looks like one, for want of its first zeros, is none. */
  private static Optional<Gtin> gtin(Map<String, String> row) {
    if (!GTIN_TYPES.contains(row.getOrDefault("product-id-type", ""))) {
      return Optional.empty();
    }
    try {
      return filled(row, "product-id").map(Gtin::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Money price(String sku, String price) {
    try {
      return Money.of(price.replace(',', '.'), currency.getCurrencyCode());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(sku + ": '" + price + "' is no price", e);
    }
  }

  /** What lies at Amazon is not ours, and stands in other reports. */
  private static Optional<Quantity> quantity(String sku, Map<String, String> row) {
    if (!row.getOrDefault("fulfillment-channel", "").equals(AmazonDocuments.OWN_STOCK)) {
      return Optional.empty();
    }
    try {
      return filled(row, "quantity").map(Integer::parseInt).map(Quantity::new);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(sku + ": '" + row.get("quantity") + "' is no quantity", e);
    }
  }
}
