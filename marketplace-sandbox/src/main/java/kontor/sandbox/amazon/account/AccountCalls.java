package kontor.sandbox.amazon.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.amazon.seller.Tokens;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** Where a seller sells (model {@code sellers}), and tokens for data on people (model tokens). */
public final class AccountCalls {

  private static final Set<String> SENSITIVE =
      Set.of(
          "/orders/v0/orders",
          "/orders/v0/orders/{orderId}",
          "/orders/v0/orders/{orderId}/address",
          "/orders/v0/orders/{orderId}/buyerInfo",
          "/orders/v0/orders/{orderId}/orderItems",
          "/orders/v0/orders/{orderId}/orderItems/buyerInfo");

  private final Tokens tokens;

  public AccountCalls(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The operations. */
  public List<Operation> operations() {
    return List.of(
        Operation.of(
            "getMarketplaceParticipations",
            "GET",
            "/sellers/v1/marketplaceParticipations",
            AccountCalls::participations),
        Operation.of(
            "createRestrictedDataToken",
            "POST",
            "/tokens/2021-03-01/restrictedDataToken",
            this::restricted));
  }

  private static Response participations(Call call) {
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("payload");
    for (String id : call.seller().marketplaceIds()) {
      Marketplace place = Marketplace.of(id);
      ObjectNode one = list.addObject().put("storeName", "Kontor");
      ObjectNode shown = one.putObject("marketplace").put("id", id).put("name", place.name());
      shown.put("countryCode", place.countryCode()).put("defaultCurrencyCode", place.currency());
      shown.put("defaultLanguageCode", place.language()).put("domainName", place.domainName());
      one.putObject("participation")
          .put("isParticipating", true)
          .put("hasSuspendedListings", false);
    }
    return Response.json(200, body);
  }

  private Response restricted(Call call) {
    for (JsonNode resource : call.body().path("restrictedResources")) {
      String path =
          resource.path("path").asText().replaceAll("/\\d{3}-\\d{7}-\\d{7}", "/{orderId}");
      if (!SENSITIVE.contains(path)) {
        throw Problem.INVALID_INPUT.refuse(
            "restrictedResources.path: needs no such token: " + path);
      }
    }
    ObjectNode body = Json.object();
    body.put("restrictedDataToken", tokens.give(call.sellerId(), ""));
    return Response.json(200, body.put("expiresIn", tokens.seconds()));
  }
}
