package kontor.connector.ebay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kontor.connector.channel.Explanation;

/** eBay's objections in plain words, by the error's number (Inventory API 1.18). */
final class EbayWords {

  private static final Pattern NUMBER = Pattern.compile("\\b25\\d{3}\\b");

  /** In the site's language, under the number that also stands for much else. */
  private static final String LISTING = "25002";

  private static final Pattern MISSING =
      Pattern.compile("Artikelmerkmal (.{1,65}?) fehlt|item specific (.{1,65}?) is missing");

  private record Words(String meaning, String todo) {}

  private static final String POLICIES = "Choose another in the settings of the account.";
  private static final Map<String, Words> ALL =
      Map.ofEntries(
          entry(
              LISTING,
              "eBay's rules or the seller's account do not allow the listing as it is.",
              "Read what eBay says behind the number; often a picture, a text or an item specific"
                  + " is missing. Correct it for eBay or at the product."),
          entry("25003", "eBay does not take the price.", "Enter one that holds at eBay."),
          entry("25004", "There is nothing to sell.", "It is listed once there is stock."),
          entry(
              "25005",
              "The category is not one that articles can be in.",
              "Map our category to a leaf category of eBay's."),
          entry("25007", "The shipping policy is not good.", POLICIES),
          entry("25008", "The payment policy is not good.", POLICIES),
          entry("25009", "The return policy is not good.", POLICIES),
          entry("25012", "The place that goods go out from is not good.", POLICIES),
          entry("25604", "eBay wants to know the language.", "Set it in the account's settings."),
          entry("25702", "eBay does not know the SKU any more.", "Relist the article."),
          entry("25709", "A value is not what eBay expects.", "Correct what eBay names."),
          entry("25710", "eBay does not know what was asked for.", "Relist the article."),
          entry(
              "25713",
              "The offer is gone, or not allowed on this site of eBay's.",
              "Relist the article; if that does not help, ask eBay about the account."));

  private EbayWords() {}

  private static Map.Entry<String, Words> entry(String number, String meaning, String todo) {
    return Map.entry(number, new Words(meaning, todo));
  }

  static List<Explanation> explain(String issue) {
    return NUMBER
        .matcher(issue)
        .results()
        .map(MatchResult::group)
        .flatMap(number -> explain(number, issue).stream())
        .limit(1)
        .toList();
  }

  private static Optional<Explanation> explain(String number, String issue) {
    Optional<Words> general = Optional.ofNullable(ALL.get(number));
    Optional<Words> words = number.equals(LISTING) ? missing(issue).or(() -> general) : general;
    return words.map(said -> new Explanation(number, said.meaning(), said.todo()));
  }

  /** The item specific that eBay misses. */
  private static Optional<Words> missing(String issue) {
    return MISSING
        .matcher(issue)
        .results()
        .findFirst()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .map(
            name ->
                new Words(
                    "eBay wants the item specific '" + name + "' of articles in this category.",
                    "Set '"
                        + name
                        + "' for the category or the article, or map one of our options to it."));
  }
}
