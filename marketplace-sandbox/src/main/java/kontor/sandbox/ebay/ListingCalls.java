package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The calls that make listings of offers and end them. */
final class ListingCalls {

  private final Body anything = Body.of("empty", Problem.INVALID_VALUE);
  private final Body bulk = Body.of("bulkPublish", Problem.INVALID_VALUE);
  private final Shelf shelf;
  private final Readiness readiness;

  ListingCalls(Shelf shelf, Readiness readiness) {
    this.shelf = shelf;
    this.readiness = readiness;
  }

  /** POST /offer/{offerId}/publish: may be repeated, the listing stays the same. */
  Response publish(Request request) {
    anything.read(request);
    return Response.json(200, publish(request.variable("offerId")));
  }

  private ObjectNode publish(String offerId) {
    Offer offer = shelf.offer(offerId);
    ObjectNode body = Json.object();
    if (offer.published()) {
      body.put("listingId", offer.listingId());
      body.putArray("warnings").add(Problem.ALREADY_PUBLISHED.describe("", "offerId", offerId));
      return body;
    }
    readiness.checkNew(offer);
    String listing = shelf.nextListingId();
    shelf.offers.put(offerId, offer.withListing(listing));
    body.put("listingId", listing).putArray("warnings");
    return body;
  }

  /** POST /bulk_publish_offer. */
  Response bulkPublish(Request request) {
    Bulk answer = new Bulk();
    for (JsonNode part : bulk.read(request).get("requests")) {
      String offerId = part.get("offerId").asText();
      answer.part(Bulk.naming(part, "offerId"), () -> publish(offerId).put("statusCode", 200));
    }
    return answer.response();
  }

  /** POST /offer/{offerId}/withdraw: the listing ends, the offer stays. */
  Response withdraw(Request request) {
    Offer offer = shelf.offer(request.variable("offerId"));
    if (!offer.published()) {
      throw Problem.NO_SUCH_OFFER.refuse("it is not listed", "offerId", offer.offerId());
    }
    shelf.offers.put(offer.offerId(), offer.withListing(null));
    return Response.json(200, Json.object().put("listingId", offer.listingId()));
  }
}
