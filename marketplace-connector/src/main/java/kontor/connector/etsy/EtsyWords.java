package kontor.connector.etsy;

import java.util.List;
import java.util.Locale;
import kontor.connector.channel.Explanation;

/** Etsy's objections in plain words. Etsy gives them no numbers, only the field that it names. */
final class EtsyWords {

  private record Words(String sign, String meaning, String todo) {}

  private static final List<Words> ALL =
      List.of(
          new Words(
              "shipping_profile",
              "Etsy does not know how the article is shipped.",
              "Make a shipping profile at Etsy, or name another in the account's settings."),
          new Words(
              "readiness_state",
              "Etsy does not know how long it takes until the article is shipped.",
              "Make a processing profile at Etsy, or name another in the account's settings."),
          new Words(
              "taxonomy_id",
              "Etsy does not know the category.",
              "Map our category to another node of Etsy's taxonomy."),
          new Words(
              "price", "Etsy does not take the price.", "Enter one of at least 0.20 for Etsy."),
          new Words(
              "picture",
              "Etsy cannot get a picture of the article.",
              "See that everybody can open its address, or give another."),
          new Words("image", "Etsy wants a picture.", "Add one at the article, or one for Etsy."),
          new Words(
              "who_made",
              "Etsy wants to know who made the article.",
              "Set 'who_made' for the category or the article."),
          new Words(
              "when_made",
              "Etsy wants to know when the article was made.",
              "Set 'when_made' for the category or the article."),
          new Words(
              "not there any more",
              "Somebody deleted the listing at Etsy.",
              "End and relist the article: it gets a new listing."));

  private EtsyWords() {}

  static List<Explanation> explain(String issue) {
    String text = issue.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(words -> text.contains(words.sign()))
        .findFirst()
        .map(words -> List.of(new Explanation(words.sign(), words.meaning(), words.todo())))
        .orElse(List.of());
  }
}
