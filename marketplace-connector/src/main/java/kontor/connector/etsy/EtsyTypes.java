package kontor.connector.etsy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Part;
import tools.jackson.databind.JsonNode;

/**
 * What Etsy wants of every article (Open API v3, createDraftListing); categories are the nodes of
 * the seller taxonomy, which is read when somebody asks for one that is not known.
 */
final class EtsyTypes {

  static final int LONGEST_TITLE = 140;
  static final int LONGEST_SKU = 32;
  private static final int LONGEST_TAG = 20;
  private static final List<Attribute> ALL =
      List.of(
          Attribute.of("sku", "SKU", Part.SKU, true, LONGEST_SKU),
          Attribute.of("title", "title", Part.TITLE, true, LONGEST_TITLE),
          Attribute.of("description", "description", Part.DESCRIPTION, true, 0),
          Attribute.of("image", "picture", Part.PICTURE, true, 0),
          Attribute.choice(
              "who_made", "who made it", List.of("i_did", "someone_else", "collective")),
          Attribute.of("when_made", "when it was made", Part.OTHER, false, 0),
          Attribute.of("tags", "tag", Part.OTHER, false, LONGEST_TAG),
          Attribute.of("materials", "material", Part.OTHER, false, 0));

  private final EtsyClient client;
  private final Account account;
  private final Map<String, String> nodes = new HashMap<>();

  EtsyTypes(EtsyClient client, Account account) {
    this.client = client;
    this.account = account;
  }

  /** The account's own node is not looked up: Etsy objects to it when it is not good. */
  Optional<ProductType> find(Optional<String> category) {
    return category.isEmpty()
        ? Optional.of(type(account.setting(EtsyFields.TAXONOMY), "articles"))
        : category.filter(this::known).map(node -> type(node, String.valueOf(nodes.get(node))));
  }

  private static ProductType type(String node, String title) {
    return new ProductType(node, title, "v3", ALL, 0);
  }

  private synchronized boolean known(String node) {
    if (!nodes.containsKey(node) && node.matches("[1-9][0-9]{0,9}")) {
      read(client.get("/seller-taxonomy/nodes").path("results"));
    }
    return nodes.containsKey(node);
  }

  private void read(JsonNode level) {
    for (JsonNode node : level) {
      nodes.put(node.path("id").asString(), node.path("name").asString(""));
      read(node.path("children"));
    }
  }
}
