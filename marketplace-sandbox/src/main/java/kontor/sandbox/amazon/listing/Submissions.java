package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.document.Json;

/**
 * Takes changes of listings: checks them at once, carries them out after a delay. Accepted is not
 * applied: an issue may still come when the change takes effect, and then the listing stays as it
 * was.
 */
public final class Submissions {

  static final Duration DELAY = Duration.ofSeconds(2);
  private static final String TASK = "amazon-listing";

  /** What the seller is told; an empty list of issues means that there are none yet. */
  public record Outcome(boolean accepted, String submissionId, List<ObjectNode> issues) {}

  private final Listings listings;
  private final PlannedIssues planned;
  private final Surroundings around;
  private final Notices notices;

  public Submissions(
      Listings listings, PlannedIssues planned, Surroundings around, Notices notices) {
    this.listings = listings;
    this.planned = planned;
    this.around = around;
    this.notices = notices;
    around.agenda().assign(TASK, (at, body) -> apply(at, Json.value(body, Submission.class)));
  }

  /** Checks a change without carrying it out. */
  public Outcome preview(Submission submission) {
    List<ObjectNode> issues = check(submission);
    return new Outcome(!Issues.anyError(issues), id(), issues);
  }

  /** Takes a change; it takes effect after the delay if it was accepted. */
  public Outcome submit(Submission submission) {
    List<ObjectNode> issues = new ArrayList<>(check(submission));
    planned.strike(submission.sellerId(), submission.sku(), false).ifPresent(issues::add);
    boolean accepted = !Issues.anyError(issues);
    if (accepted) {
      Instant at = around.after(DELAY);
      around.agenda().add(TASK, at, (ObjectNode) Json.tree(submission));
    }
    return new Outcome(accepted, id(), issues);
  }

  private static String id() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private List<ObjectNode> check(Submission wanted) {
    if (wanted.kind() == Submission.Kind.DELETE) {
      return List.of();
    }
    if (!ProductTypes.exists(wanted.productType())) {
      return List.of(Issues.invalid("product_type", "unknown: " + wanted.productType()));
    }
    Marketplace place = Marketplace.of(wanted.marketplaceId());
    if (wanted.kind() == Submission.Kind.PUT) {
      ObjectNode attributes = Attributes.complete(wanted.attributes(), place);
      List<ObjectNode> issues = new ArrayList<>(Attributes.foreign(attributes, place));
      issues.addAll(ProductTypes.check(wanted.productType(), wanted.requirements(), attributes));
      return issues;
    }
    Optional<Listing> before = listings.find(wanted.sellerId(), place.id(), wanted.sku());
    if (before.isEmpty() && waiting(wanted).isEmpty()) {
      return List.of(Issues.noSuchSku(wanted.sku()));
    }
    ObjectNode old = before.map(Listing::attributes).orElseGet(Json::object);
    ObjectNode after = Attributes.patched(old, wanted.patches(), place);
    List<ObjectNode> issues = new ArrayList<>(Attributes.foreign(after, place));
    issues.addAll(checkPatched(wanted, after));
    return issues;
  }

  private List<ObjectNode> waiting(Submission wanted) {
    return around.agenda().waiting(TASK).stream().filter(wanted::isFor).toList();
  }

  private static List<ObjectNode> checkPatched(Submission wanted, ObjectNode after) {
    return wanted.patches().stream()
        .map(Attributes::name)
        .distinct()
        .filter(after::has)
        .flatMap(name -> ProductTypes.check(name, after.get(name)).stream())
        .toList();
  }

  private void apply(Instant at, Submission wanted) {
    Optional<Listing> before =
        listings.find(wanted.sellerId(), wanted.marketplaceId(), wanted.sku());
    if (wanted.kind() == Submission.Kind.DELETE) {
      listings.remove(wanted.sellerId(), wanted.marketplaceId(), wanted.sku());
      return;
    }
    Optional<Listing> after = changed(before, wanted, at);
    if (after.isEmpty()) {
      return; // deleted in between
    }
    Optional<ObjectNode> late = planned.strike(wanted.sellerId(), wanted.sku(), true);
    boolean refused = late.filter(issue -> Issues.anyError(List.of(issue))).isPresent();
    Listing kept = refused ? before.orElse(after.get()) : after.get();
    Listing shown = late.map(issue -> kept.with(List.of(issue), at)).orElse(kept);
    listings.put(shown);
    ListingNotices.tell(notices, before, shown, listings.stored(shown), at);
  }

  private Optional<Listing> changed(Optional<Listing> before, Submission wanted, Instant at) {
    Marketplace place = Marketplace.of(wanted.marketplaceId());
    if (wanted.kind() == Submission.Kind.PATCH) {
      return before.map(
          old -> old.with(Attributes.patched(old.attributes(), wanted.patches(), place), at));
    }
    ObjectNode attributes = Attributes.complete(wanted.attributes(), place);
    return Optional.of(
        new Listing(
            wanted.sellerId(),
            wanted.marketplaceId(),
            wanted.sku(),
            wanted.productType(),
            wanted.requirements(),
            attributes,
            before.map(Listing::asin).orElseGet(() -> listings.asin(attributes)),
            before.map(Listing::created).orElse(at),
            at,
            List.of()));
  }
}
