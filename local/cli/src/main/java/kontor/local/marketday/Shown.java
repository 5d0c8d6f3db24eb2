package kontor.local.marketday;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a marketplace shows of one listing.
 *
 * @param quantity units that a buyer can order
 * @param price of one, in the marketplace's currency
 * @param changed when it became so; the beginning of time if the marketplace does not say
 */
record Shown(String sku, int quantity, BigDecimal price, Instant changed) {

  /** When a listing of a ledger was changed last. */
  static Instant changed(JsonNode listing) {
    String at = listing.path("changed").asText();
    return at.isEmpty() ? Instant.EPOCH : Instant.parse(at);
  }
}
