package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.sandbox.document.Json;

/**
 * eBay's categories: each site has a tree of its own, with the same small assortment here. Item
 * specifics are known at the sites that speak German only; elsewhere a category wants none.
 */
final class Categories {

  private static final String RESOURCE = "/kontor/sandbox/ebay/categories.json";

  private final String version;
  private final Map<String, Tree> byMarketplace = new HashMap<>();
  private final Map<String, Tree> byId = new HashMap<>();
  private final Map<String, JsonNode> nodes = new HashMap<>();

  /** A site's tree; {@code german}: its item specifics are known. */
  record Tree(String treeId, boolean german) {}

  Categories() {
    JsonNode file = Json.resource(RESOURCE);
    version = file.path("version").asText();
    for (JsonNode site : file.path("sites")) {
      Tree tree = new Tree(site.path("treeId").asText(), site.path("german").asBoolean());
      byMarketplace.put(site.path("marketplaceId").asText(), tree);
      byId.put(tree.treeId(), tree);
    }
    read(file.path("categories"));
  }

  private void read(JsonNode level) {
    for (JsonNode node : level) {
      nodes.put(node.path("id").asText(), node);
      read(node.path("children"));
    }
  }

  String version() {
    return version;
  }

  Optional<Tree> treeOf(String marketplace) {
    return Optional.ofNullable(byMarketplace.get(marketplace));
  }

  Optional<Tree> tree(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  boolean known(String category) {
    return nodes.containsKey(category);
  }

  /** Whether articles can be in it. */
  boolean leaf(String category) {
    JsonNode node = nodes.get(category);
    return node != null && !node.has("children");
  }

  /** The item specifics of a leaf category. */
  List<JsonNode> aspects(Tree tree, String category) {
    JsonNode node = nodes.get(category);
    return node == null || !tree.german() ? List.of() : node.path("aspects").valueStream().toList();
  }
}
