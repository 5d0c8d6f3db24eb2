package kontor.connector.ebay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks eBay which item specifics a category of our site has (Taxonomy API 1.1). */
final class EbayTaxonomy {

  private static final String BASE = "/commerce/taxonomy/v1";
  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Not of this tree, its root, not a leaf. */
  private static final Set<Integer> NOT_FOR_ARTICLES = Set.of(62005, 62008, 62009);

  private final EbayClient client;
  private final Account account;
  private final Clock clock;
  private @Nullable Tree tree;

  /** The tree of our site's categories. */
  private record Tree(String id, String version, Instant readAt) {}

  /**
   * What a category has.
   *
   * @param version of the tree that it is in
   * @param aspects eBay's item specifics; missing if there are none
   */
  record Specifics(String version, JsonNode aspects) {}

  /**
   * @param client calls with our application's own token
   */
  EbayTaxonomy(EbayClient client, Account account, Clock clock) {
    this.client = client;
    this.account = account;
    this.clock = clock;
  }

  /**
   * Empty when our site has no such category, or none that articles can be in.
   *
   * @throws ChannelException when eBay cannot be asked now
   */
  synchronized Optional<Specifics> find(String category) {
    Tree known = tree();
    String path = "/category_tree/" + known.id() + "/get_item_aspects_for_category?category_id=";
    EbayClient.Answer answer = client.tryGet(BASE + path + category);
    if (answer.status() / 100 == 2) {
      return Optional.of(new Specifics(known.version(), answer.body().path("aspects")));
    }
    if (NOT_FOR_ARTICLES.contains(EbayClient.errorId(answer.body()))) {
      return Optional.empty();
    }
    tree = null; // eBay may have another one now
    String why = "item specifics of " + category + ": " + EbayClient.describe(answer.body());
    throw new ChannelException(Kind.REFUSED, why, PAUSE, null);
  }

  private Tree tree() {
    Tree known = tree;
    Instant now = clock.instant();
    if (known == null || !now.isBefore(known.readAt().plus(FRESH))) {
      String site = account.setting(EbayFields.MARKETPLACE);
      JsonNode read =
          client.get(BASE + "/get_default_category_tree_id?marketplace_id=" + site).body();
      String id = read.path("categoryTreeId").asString("");
      if (id.isEmpty()) {
        throw new ChannelException(Kind.REFUSED, site + " has no categories", PAUSE, null);
      }
      known = new Tree(id, read.path("categoryTreeVersion").asString(""), now);
      tree = known;
    }
    return known;
  }
}
