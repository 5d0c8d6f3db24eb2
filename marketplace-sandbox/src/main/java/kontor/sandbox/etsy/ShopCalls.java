package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/**
 * What a listing leans on: the shop, its profiles, and the taxonomy, of which there is a little.
 */
final class ShopCalls {

  private static final Map<Long, String> TAXONOMY =
      new TreeMap<>(Map.of(1L, "Accessories", 891L, "Home & Living", 1063L, "Kitchen & Dining"));

  static boolean knows(long taxonomyId) {
    return TAXONOMY.containsKey(taxonomyId);
  }

  List<Operation> operations() {
    String shop = "/shops/{shop_id}";
    return List.of(
        new Operation("getShop", "GET", shop, call -> Response.json(200, shop(call.shop()))),
        new Operation("getShopShippingProfiles", "GET", shop + "/shipping-profiles", this::ways),
        new Operation(
            "getShopReadinessStateDefinitions",
            "GET",
            shop + "/readiness-state-definitions",
            this::readiness),
        new Operation("getSellerTaxonomyNodes", "GET", "/seller-taxonomy/nodes", this::taxonomy));
  }

  private static ObjectNode shop(Shop shop) {
    ObjectNode shown = Json.object().put("shop_id", shop.shopId()).put("user_id", shop.userId());
    shown.put("shop_name", "Shop" + shop.shopId());
    return shown.put("currency_code", shop.currency()).put("is_vacation", false);
  }

  private Response ways(Call call) {
    Shop shop = call.shop();
    ObjectNode profile = Json.object().put("shipping_profile_id", shop.shippingProfileId());
    profile.put("title", "Parcel").put("user_id", shop.userId()).put("origin_country_iso", "DE");
    return Call.all(List.of(profile));
  }

  private Response readiness(Call call) {
    Shop shop = call.shop();
    ObjectNode definition = Json.object().put("shop_id", shop.shopId());
    definition.put("readiness_state_id", shop.readinessStateId());
    definition.put("readiness_state", "ready_to_ship");
    definition.put("min_processing_time", 1).put("max_processing_time", 2);
    return Call.all(List.of(definition));
  }

  private Response taxonomy(Call call) {
    return Call.all(TAXONOMY.entrySet().stream().map(ShopCalls::node).toList());
  }

  private static ObjectNode node(Map.Entry<Long, String> entry) {
    ObjectNode node = Json.object().put("id", entry.getKey()).put("level", 1);
    node.put("name", entry.getValue()).putNull("parent_id").putArray("children");
    node.putArray("full_path_taxonomy_ids").add(entry.getKey());
    return node;
  }
}
