package kontor.connector.ebay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Part;

/**
 * What eBay wants of every article (Inventory API 1.18, types {@code Product} and {@code
 * InventoryItem}) and, by its category, which item specifics. eBay is asked once a day; while it
 * cannot be asked, what was known before stays.
 */
final class EbayTypes {

  static final int LONGEST_TITLE = 80;
  static final int LONGEST_TEXT = 4_000;

  /** A field of the product, and an item specific under the site's name of it. */
  static final String BRAND = "brand";

  private static final int LONGEST_SKU = 50;
  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration AGAIN = Duration.ofMinutes(5);
  private static final List<Attribute> ALWAYS =
      List.of(
          Attribute.of("sku", "SKU", Part.SKU, true, LONGEST_SKU),
          Attribute.of("title", "title", Part.TITLE, true, LONGEST_TITLE),
          Attribute.of("description", "description", Part.DESCRIPTION, true, LONGEST_TEXT),
          Attribute.of("imageUrls", "picture", Part.PICTURE, true, 0));

  private final EbayTaxonomy taxonomy;
  private final Account account;
  private final Clock clock;
  private final Map<String, Known> known = new HashMap<>();

  /** What eBay said of a category, also that there is none, and when to ask again. */
  private record Known(Optional<ProductType> type, Instant askAgain) {}

  EbayTypes(EbayTaxonomy taxonomy, Account account, Clock clock) {
    this.taxonomy = taxonomy;
    this.account = account;
    this.clock = clock;
  }

  /**
   * Empty when eBay has no such category for articles; they have numbers.
   *
   * @throws ChannelException when eBay was never asked and cannot be asked now
   */
  synchronized Optional<ProductType> find(String category) {
    if (!category.matches("[1-9][0-9]{0,9}")) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Known found = known.get(category);
    if (found == null) {
      found = new Known(read(category), now.plus(FRESH));
    } else if (!now.isBefore(found.askAgain())) {
      found = again(category, found, now);
    }
    known.put(category, found);
    return found.type();
  }

  private Known again(String category, Known before, Instant now) {
    try {
      return new Known(read(category), now.plus(FRESH));
    } catch (ChannelException e) {
      return new Known(before.type(), now.plus(AGAIN));
    }
  }

  private Optional<ProductType> read(String category) {
    String site = account.setting(EbayFields.MARKETPLACE);
    return taxonomy
        .find(category)
        .map(
            specifics -> {
              List<Attribute> all = new ArrayList<>(ALWAYS);
              all.addAll(EbayAspects.attributes(specifics.aspects(), site));
              return new ProductType(
                  category, category, specifics.version(), all, EbayAspects.LONGEST_VALUE);
            });
  }
}
