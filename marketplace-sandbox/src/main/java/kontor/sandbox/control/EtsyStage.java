package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.etsy.Etsy;
import kontor.sandbox.etsy.Limits;
import kontor.sandbox.etsy.Shop;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** What goes on at Etsy itself: shops, who consents, tokens that end, limits. */
final class EtsyStage {

  private final Input shop = Input.of("etsyShop");
  private final Input consent = Input.of("etsyConsent");
  private final Input signOut = Input.of("etsySignOut");
  private final Input limits = Input.of("etsyLimits");
  private final Etsy etsy;

  EtsyStage(Etsy etsy) {
    this.etsy = etsy;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/etsy/shops", "etsyShops", r -> all()),
        Route.of("POST", "/etsy/shops", "etsyShop", this::open),
        Route.of("POST", "/etsy/consent", "etsyConsent", this::consent),
        Route.of("POST", "/etsy/sign-out", "etsySignOut", this::signOut),
        Route.of("GET", "/etsy/limits", "etsyLimits", r -> limits()),
        Route.of("POST", "/etsy/limits", "setEtsyLimits", this::limit));
  }

  private Response all() {
    List<ObjectNode> shown =
        etsy.direct(
            () -> etsy.shops().all().stream().map(one -> (ObjectNode) Json.tree(one)).toList());
    return Response.json(200, Map.of("items", shown));
  }

  private Response open(Request request) {
    ObjectNode body = shop.read(request);
    String currency = body.path("currency").asText("EUR");
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      throw new Refused(400, "currency", "not a currency: " + currency);
    }
    Shop opened =
        new Shop(body.get("shopId").asLong(), currency, body.get("refreshToken").asText());
    etsy.direct(
        () -> {
          boolean taken =
              etsy.shops().all().stream()
                  .filter(other -> other.shopId() != opened.shopId())
                  .anyMatch(other -> other.refreshToken().equals(opened.refreshToken()));
          if (taken) {
            throw new Refused(409, "refreshToken", "another shop has it");
          }
          etsy.shops().put(opened);
          return opened;
        });
    return Response.json(201, opened);
  }

  private Response consent(Request request) {
    ObjectNode body = consent.read(request);
    Shop consenting = EtsyControl.shop(etsy, EtsyControl.shopId(body));
    boolean granted = body.path("granted").asBoolean(true);
    etsy.direct(
        () -> {
          etsy.consentPage().consents(granted ? Optional.of(consenting) : Optional.empty());
          return consenting;
        });
    return Response.empty(204);
  }

  private Response signOut(Request request) {
    ObjectNode body = signOut.read(request);
    Shop ended = EtsyControl.shop(etsy, EtsyControl.shopId(body));
    etsy.direct(
        () -> {
          etsy.tokens().end(ended, body.path("consent").asBoolean(false));
          return ended;
        });
    return Response.empty(204);
  }

  private Response limits() {
    return Response.json(200, etsy.limits().numbers());
  }

  private Response limit(Request request) {
    ObjectNode body = (ObjectNode) Json.tree(etsy.limits().numbers());
    body.setAll(limits.read(request));
    etsy.limits().use(Json.value(body, Limits.Numbers.class));
    return limits();
  }
}
