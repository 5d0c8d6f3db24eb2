package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** Product type definitions (model {@code definitionsProductTypes_2020-09-01}). */
public final class TypeCalls {

  private static final String PATH = "/definitions/2020-09-01/productTypes";
  private static final String VERSION = "KONTOR-1";

  /** The operations. */
  public List<Operation> operations() {
    return List.of(
        Operation.of("searchDefinitionsProductTypes", "GET", PATH, TypeCalls::search),
        Operation.of("getDefinitionsProductType", "GET", PATH + "/{productType}", TypeCalls::get));
  }

  private static Response search(Call call) {
    List<String> words = new ArrayList<>(call.list("keywords"));
    call.parameter("itemName").ifPresent(name -> words.addAll(List.of(name.split("\\s+"))));
    ObjectNode body = Json.object();
    ArrayNode types = body.putArray("productTypes");
    for (String name : ProductTypes.names()) {
      if (words.isEmpty() || words.stream().anyMatch(word -> meant(name, word))) {
        ObjectNode one = types.addObject().put("name", name);
        one.put("displayName", ProductTypes.title(name)).set("marketplaceIds", places(call));
      }
    }
    return Response.json(200, body.put("productTypeVersion", VERSION));
  }

  private static boolean meant(String name, String word) {
    return name.contains(word.toUpperCase(Locale.ROOT));
  }

  private static JsonNode places(Call call) {
    return Json.tree(call.list("marketplaceIds"));
  }

  private static Response get(Call call) {
    String type = call.variable("productType");
    if (!ProductTypes.exists(type)) {
      throw Problem.NOT_FOUND.refuse("no product type " + type);
    }
    String requirements = call.parameter("requirements").orElse("LISTING");
    ObjectNode body = Json.object();
    String path = call.host() + "/amazon-schemas/" + type + "/" + requirements;
    body.set("schema", link(path, ProductTypes.schema(type, requirements)));
    body.put("requirements", requirements);
    body.put("requirementsEnforced", call.parameter("requirementsEnforced").orElse("ENFORCED"));
    groups(type, body.putObject("propertyGroups"));
    body.put("locale", call.parameter("locale").orElse("en_US"));
    body.set("marketplaceIds", places(call));
    body.put("productType", type).put("displayName", ProductTypes.title(type));
    body.putObject("productTypeVersion").put("version", VERSION).put("latest", true);
    return Response.json(200, body);
  }

  private static ObjectNode link(String path, ObjectNode schema) {
    ObjectNode link = Json.object();
    link.putObject("link").put("resource", path).put("verb", "GET");
    return link.put("checksum", checksum(Json.bytes(schema)));
  }

  private static String checksum(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void groups(String type, ObjectNode groups) {
    List<String> offer = ProductTypes.attributes(type, "LISTING_OFFER_ONLY");
    List<String> product = ProductTypes.attributes(type, "LISTING_PRODUCT_ONLY");
    groups.putObject("offer").put("title", "Offer").set("propertyNames", Json.tree(offer));
    groups
        .putObject("product_details")
        .put("title", "Product details")
        .set("propertyNames", Json.tree(product));
  }

  /** Serves the schema that a definition links to: {@code {type}/{requirements}}, no token. */
  public static Response schema(Request request) {
    List<String> path = request.path();
    return path.size() == 2 && ProductTypes.exists(path.get(0))
        ? Response.json(200, ProductTypes.schema(path.get(0), path.get(1)))
        : Response.empty(404);
  }
}
