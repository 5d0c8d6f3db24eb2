package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A change of one listing that a seller sent, by call or by feed.
 *
 * @param attributes of {@code PUT}
 * @param patches of {@code PATCH}: {op, path, value}
 */
public record Submission(
    Kind kind,
    String sellerId,
    String marketplaceId,
    String sku,
    String productType,
    String requirements,
    ObjectNode attributes,
    List<ObjectNode> patches) {

  /** What is done to the listing. */
  public enum Kind {
    PUT,
    PATCH,
    DELETE
  }

  public Submission {
    patches = List.copyOf(patches);
  }

  boolean isFor(ObjectNode other) {
    return other.path("sellerId").asText().equals(sellerId)
        && other.path("marketplaceId").asText().equals(marketplaceId)
        && other.path("sku").asText().equals(sku);
  }
}
