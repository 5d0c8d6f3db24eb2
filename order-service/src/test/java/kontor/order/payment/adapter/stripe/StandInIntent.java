package kontor.order.payment.adapter.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A payment intent and what became of it. */
final class StandInIntent {
  final String id;
  final long amount;
  final String currency;
  final Map<String, Object> metadata = new TreeMap<>();
  final List<Map<String, Object>> refunds = new ArrayList<>();
  String status = "requires_payment_method";
  long received;
  boolean closed;

  StandInIntent(String id, long amount, String currency) {
    this.id = id;
    this.amount = amount;
    this.currency = currency;
  }

  long capturable() {
    return status.equals("requires_capture") ? amount - received : 0;
  }

  /** Keeps the metadata of a request. */
  void note(Map<String, String> form) {
    form.forEach(
        (name, value) -> {
          if (name.startsWith("metadata[")) {
            metadata.put(name.substring(9, name.length() - 1), value);
          }
        });
  }

  /** As Stripe shows it. */
  Map<String, Object> view(boolean multicapture) {
    Map<String, Object> card =
        Map.of("multicapture", Map.of("status", multicapture ? "available" : "unavailable"));
    Map<String, Object> charge =
        Map.of(
            "id",
            "ch_" + id,
            "object",
            "charge",
            "payment_method_details",
            Map.of("type", "card", "card", card));
    return Map.of(
        "id", id,
        "object", "payment_intent",
        "amount", amount,
        "amount_capturable", capturable(),
        "amount_received", received,
        "currency", currency,
        "client_secret", id + "_secret",
        "status", status,
        "metadata", metadata,
        "latest_charge", charge);
  }
}
