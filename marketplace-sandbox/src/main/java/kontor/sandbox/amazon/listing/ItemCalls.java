package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** PUT, PATCH, GET and DELETE of a listings item. */
public final class ItemCalls {

  private static final String ITEM = "/listings/2021-08-01/items/{sellerId}/{sku}";

  private final Listings listings;
  private final Submissions submissions;
  private final ItemDocument document;

  public ItemCalls(Listings listings, Submissions submissions) {
    this.listings = listings;
    this.submissions = submissions;
    this.document = new ItemDocument(listings);
  }

  /** The operations. */
  public List<Operation> operations() {
    return List.of(
        Operation.of("putListingsItem", "PUT", ITEM, call -> write(call, Submission.Kind.PUT)),
        Operation.of(
            "patchListingsItem", "PATCH", ITEM, call -> write(call, Submission.Kind.PATCH)),
        Operation.of(
            "deleteListingsItem", "DELETE", ITEM, call -> write(call, Submission.Kind.DELETE)),
        Operation.of("getListingsItem", "GET", ITEM, this::get));
  }

  private Response write(Call call, Submission.Kind kind) {
    boolean preview = call.parameter("mode").isPresent();
    boolean accepted = true;
    ObjectNode answer = Json.object().put("sku", call.variable("sku"));
    for (String place : call.list("marketplaceIds")) {
      Submission wanted = submission(call, kind, place);
      Submissions.Outcome outcome =
          preview ? submissions.preview(wanted) : submissions.submit(wanted);
      accepted &= outcome.accepted();
      answer.put("submissionId", outcome.submissionId());
      ArrayNode issues = answer.withArray("/issues");
      outcome.issues().forEach(issues::add);
      if (call.list("includedData").contains("identifiers")) {
        identify(wanted, answer.withArray("/identifiers"));
      }
    }
    String good = preview ? "VALID" : "ACCEPTED";
    return Response.json(200, answer.put("status", accepted ? good : "INVALID"));
  }

  private void identify(Submission wanted, ArrayNode identifiers) {
    ObjectNode shown = identifiers.addObject().put("marketplaceId", wanted.marketplaceId());
    listings
        .find(wanted.sellerId(), wanted.marketplaceId(), wanted.sku())
        .ifPresent(listing -> shown.put("asin", listing.asin()));
  }

  private static Submission submission(Call call, Submission.Kind kind, String place) {
    ObjectNode body = call.body();
    List<ObjectNode> patches = new ArrayList<>();
    body.path("patches").forEach(patch -> patches.add((ObjectNode) patch));
    return new Submission(
        kind,
        call.sellerId(),
        place,
        call.variable("sku"),
        body.path("productType").asText(),
        body.path("requirements").asText("LISTING"),
        body.get("attributes") instanceof ObjectNode given ? given : Json.object(),
        patches);
  }

  private Response get(Call call) {
    String sku = call.variable("sku");
    for (String place : call.list("marketplaceIds")) {
      Optional<Listing> listing = listings.find(call.sellerId(), place, sku);
      if (listing.isPresent()) {
        return Response.json(200, document.show(listing.get(), call.list("includedData")));
      }
    }
    throw Problem.NOT_FOUND.refuse("SKU '" + sku + "' not found in these marketplaces");
  }
}
