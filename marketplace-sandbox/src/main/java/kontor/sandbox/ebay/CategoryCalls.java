package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Categories.Tree;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The Taxonomy API's calls on a site's tree and on the item specifics of a category. */
final class CategoryCalls {

  private static final String MARKETPLACE = "marketplace_id";
  private static final String CATEGORY = "category_id";

  private final Categories categories;

  CategoryCalls(Categories categories) {
    this.categories = categories;
  }

  /** GET /get_default_category_tree_id. */
  Response defaultTree(Request request) {
    String marketplace = only(request, MARKETPLACE, Problem.NO_MARKETPLACE);
    Tree tree =
        categories
            .treeOf(marketplace)
            .orElseThrow(
                () -> Problem.NO_SUCH_MARKETPLACE.refuse(marketplace, MARKETPLACE, marketplace));
    ObjectNode shown = Json.object().put("categoryTreeId", tree.treeId());
    return Response.json(200, shown.put("categoryTreeVersion", categories.version()));
  }

  /** GET /category_tree/{treeId}/get_item_aspects_for_category; without any it is 204. */
  Response aspects(Request request) {
    String id = request.variable("treeId");
    Tree tree =
        categories
            .tree(id)
            .orElseThrow(() -> Problem.NO_SUCH_TREE.refuse(id, "category_tree_id", id));
    String category = only(request, CATEGORY, Problem.NO_CATEGORY_ID);
    if (!categories.known(category)) {
      throw Problem.NOT_IN_TREE.refuse(category, CATEGORY, category);
    }
    if (!categories.leaf(category)) {
      throw Problem.NO_LEAF.refuse(category, CATEGORY, category);
    }
    List<JsonNode> aspects = categories.aspects(tree, category);
    if (aspects.isEmpty()) {
      return Response.empty(204);
    }
    ObjectNode shown = Json.object();
    shown.putArray("aspects").addAll(aspects);
    return Response.json(200, shown);
  }

  /** The one parameter that the query has. */
  private static String only(Request request, String name, Problem missing) {
    String value = request.parameter(name).orElse("");
    if (value.isBlank()) {
      throw missing.refuse("", name, value);
    }
    if (!request.query().keySet().equals(Set.of(name)) || !request.repeated().isEmpty()) {
      throw Problem.BAD_REQUEST.refuse("the query has " + name + " once, and nothing else");
    }
    return value;
  }
}
