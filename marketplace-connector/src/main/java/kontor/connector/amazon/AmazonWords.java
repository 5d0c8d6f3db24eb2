package kontor.connector.amazon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.connector.channel.Explanation;

/** Amazon's issues in plain words, by their category (Listings Items 2021-08-01, {@code Issue}). */
final class AmazonWords {

  private static final Pattern CATEGORY = Pattern.compile("\\[([A-Z_]+)]");

  private record Words(String meaning, String todo) {}

  private static final Map<String, Words> ALL = words();

  private AmazonWords() {}

  private static Map<String, Words> words() {
    Map<String, Words> all = new LinkedHashMap<>();
    all.put(
        "MISSING_ATTRIBUTE",
        new Words(
            "Amazon misses a statement about the article.",
            "Set the attribute that Amazon names for the category or the article; it is sent again"
                + " by itself."));
    all.put(
        "INVALID_ATTRIBUTE",
        new Words(
            "A statement about the article is not what Amazon expects.",
            "Correct the attribute that Amazon names; the list of types shows what it may be."));
    all.put(
        "MISSING_IMAGE",
        new Words("Amazon wants a picture.", "Add a main picture at the article or for Amazon."));
    all.put(
        "INVALID_IMAGE",
        new Words(
            "Amazon does not show a picture.",
            "Use one of the article alone on white, at least 1,000 pixels wide, that everybody can"
                + " open."));
    all.put(
        "MISSING_PRICE", new Words("Amazon misses the price.", "Enter one that holds at Amazon."));
    all.put(
        "INVALID_PRICE",
        new Words(
            "Amazon takes the price for a mistake.",
            "Check it; if it is right, raise the limits of the price in Seller Central."));
    all.put(
        "DUPLICATE",
        new Words(
            "Amazon has the article under another SKU or page already.",
            "Look at the listings to adopt, and adopt or end the other one."));
    all.put(
        "QUALIFICATION_REQUIRED",
        new Words(
            "Not everybody may sell this brand or category.",
            "Apply for it in Seller Central, or end the listing."));
    return all;
  }

  static List<Explanation> explain(String issue) {
    List<Explanation> found = new ArrayList<>();
    Matcher matcher = CATEGORY.matcher(issue);
    while (matcher.find()) {
      Words words = ALL.get(matcher.group(1));
      if (words != null) {
        Explanation one = new Explanation(matcher.group(1), words.meaning(), words.todo());
        if (!found.contains(one)) {
          found.add(one);
        }
      }
    }
    return found;
  }
}
