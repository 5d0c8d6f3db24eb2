package kontor.connector.etsy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Which receipt entries of the payment account belong to: the one that they name, that of the
 * payment which they name, or that of the line. Payments are looked up by the hundred; lines are
 * found in the receipts of the time if there are many, and asked for one by one if there are few.
 */
final class EtsyOwners {

  private static final int PAGE = 100;
  private static final Duration BEFORE = Duration.ofDays(1);
  private static final int FEW = 3;
  private static final String LINE = "transaction";

  private final EtsyClient client;
  private final String shop;
  private final Map<String, String> byPayment = new HashMap<>();
  private final Map<String, String> byLine = new HashMap<>();

  EtsyOwners(EtsyClient client, String shopId) {
    this.client = client;
    this.shop = "/shops/" + shopId;
  }

  /**
   * @param line Etsy's transaction, where it is of one
   */
  record Owner(String receipt, Optional<String> line) {}

  /** Looks up what these entries need. */
  void learn(Collection<EtsyEntry> entries) {
    Set<String> payments = new TreeSet<>();
    Set<String> lines = new TreeSet<>();
    for (EtsyEntry entry : entries) {
      entry.payment().filter(id -> !byPayment.containsKey(id)).ifPresent(payments::add);
      line(entry).filter(id -> !byLine.containsKey(id)).ifPresent(lines::add);
    }
    payments(new ArrayList<>(payments));
    if (lines.size() > FEW) {
      Instant first = entries.stream().map(EtsyEntry::at).min(Instant::compareTo).orElseThrow();
      Instant last = entries.stream().map(EtsyEntry::at).max(Instant::compareTo).orElseThrow();
      receipts(first.minus(BEFORE), last);
    }
    lines.forEach(this::ask);
  }

  private void payments(List<String> ids) {
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + PAGE));
      JsonNode found = client.get(shop + "/payments?payment_ids=" + String.join(",", some));
      for (JsonNode payment : found.path("results")) {
        byPayment.put(
            payment.path("payment_id").asString(""), payment.path("receipt_id").asString(""));
      }
    }
  }

  private void receipts(Instant from, Instant to) {
    String window =
        "%s/receipts?sort_on=created&sort_order=asc&min_created=%d&max_created=%d&limit=%d&offset="
            .formatted(shop, from.getEpochSecond(), to.getEpochSecond(), PAGE);
    int size = PAGE;
    for (int offset = 0; size == PAGE; offset += PAGE) {
      JsonNode page = client.get(window + offset).path("results");
      for (JsonNode receipt : page) {
        String id = receipt.path("receipt_id").asString("");
        for (JsonNode line : receipt.path("transactions")) {
          byLine.put(line.path("transaction_id").asString(""), id);
        }
      }
      size = page.size();
    }
  }

  /** Receipts that were cancelled may be gone, and their lines with them. */
  private void ask(String id) {
    if (!byLine.containsKey(id)) {
      client
          .find(shop + "/transactions/" + id)
          .ifPresent(line -> byLine.put(id, line.path("receipt_id").asString("")));
    }
  }

  private static Optional<String> line(EtsyEntry entry) {
    return entry.subject().kind().equals(LINE)
        ? Optional.of(entry.subject().id()).filter(id -> !id.isEmpty())
        : Optional.empty();
  }

  /** Empty if it belongs to no receipt, or Etsy does not tell to which. */
  Optional<Owner> of(EtsyEntry entry) {
    Optional<String> line = line(entry);
    Optional<String> receipt =
        entry.subject().kind().equals("receipt")
            ? Optional.of(entry.subject().id())
            : line.map(byLine::get).or(() -> entry.payment().map(byPayment::get));
    return receipt.filter(id -> !id.isEmpty()).map(id -> new Owner(id, line));
  }
}
