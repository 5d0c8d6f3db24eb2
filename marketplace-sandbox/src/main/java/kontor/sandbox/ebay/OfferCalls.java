package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The calls on offers. A write replaces the whole offer: what it leaves out is gone. */
final class OfferCalls {

  private static final List<String> IDENTITY = List.of("sku", "marketplaceId", "format");

  private final Body create = Body.of("offer", Problem.INVALID_VALUE);
  private final Body update = Body.of("offerUpdate", Problem.INVALID_VALUE);
  private final Shelf shelf;
  private final Readiness readiness;

  OfferCalls(Shelf shelf, Readiness readiness) {
    this.shelf = shelf;
    this.readiness = readiness;
  }

  /** POST /offer: one per SKU, marketplace and format. */
  Response create(Request request) {
    Body.language(request);
    ObjectNode body = create.read(request).deepCopy();
    String sku = body.get("sku").asText();
    String marketplace = body.get("marketplaceId").asText();
    String format = body.get("format").asText();
    shelf.item(sku);
    same(sku, marketplace, format)
        .ifPresent(
            old -> {
              String detail = "an offer exists for this SKU, marketplace and format";
              throw Problem.BUSINESS.refuse(detail, "offerId", old.offerId());
            });
    body.remove(IDENTITY);
    String id = shelf.nextOfferId();
    shelf.offers.put(id, new Offer(id, sku, marketplace, format, body, null, 0));
    return Response.json(201, Map.of("offerId", id, "warnings", List.of()));
  }

  private Optional<Offer> same(String sku, String marketplace, String format) {
    return shelf.offersOf(sku).stream()
        .filter(o -> o.marketplaceId().equals(marketplace) && o.format().equals(format))
        .findFirst();
  }

  /** GET /offer/{offerId}. */
  Response get(Request request) {
    return Response.json(200, show(shelf.offer(request.variable("offerId"))));
  }

  private ObjectNode show(Offer offer) {
    return offer.show(shelf.quantity(offer));
  }

  /** GET /offer?sku=. */
  Response list(Request request) {
    String sku = request.parameter("sku").orElse("");
    if (sku.isEmpty()) {
      throw Problem.INVALID_VALUE.refuse("the query needs a sku", "sku", sku);
    }
    Optional<String> marketplace = request.parameter("marketplace_id");
    List<ObjectNode> found =
        shelf.offersOf(sku).stream()
            .filter(o -> marketplace.isEmpty() || marketplace.get().equals(o.marketplaceId()))
            .map(this::show)
            .toList();
    if (found.isEmpty()) {
      throw Problem.NO_SUCH_OFFER.refuse("no offer of this SKU", "sku", sku);
    }
    ObjectNode body = Json.object().put("total", found.size()).put("size", found.size());
    found.forEach(body.withArray("/offers")::add);
    return Response.json(200, body);
  }

  /** PUT /offer/{offerId}. */
  Response update(Request request) {
    Body.language(request);
    Offer offer = shelf.offer(request.variable("offerId"));
    ObjectNode body = update.read(request).deepCopy();
    ObjectNode old = show(offer);
    for (String field : IDENTITY) {
      if (body.has(field) && !body.get(field).equals(old.get(field))) {
        throw Problem.INVALID_VALUE.refuse(field + " cannot be changed", "field", field);
      }
    }
    body.remove(IDENTITY);
    Offer changed = offer.withDocument(body);
    if (offer.published()) {
      readiness.check(changed);
    }
    shelf.revise(offer);
    shelf.offers.put(offer.offerId(), changed);
    return Response.json(200, Map.of("offerId", offer.offerId(), "warnings", List.of()));
  }

  /** DELETE /offer/{offerId}: a listing ends with it. */
  Response delete(Request request) {
    shelf.offers.remove(shelf.offer(request.variable("offerId")).offerId());
    return Response.empty(204);
  }
}
