package kontor.connector.etsy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.Money;
import tools.jackson.databind.JsonNode;

/**
 * An entry of a shop's payment account. Sure are the names of the fields, that a higher sequence is
 * newer, and the words that sellers' programs have seen (etsy/open-api issues 302, 442, 751). Etsy
 * does not say which words there are nor what each refers to, and shows references as numbers
 * though it calls them text (issue 295); amounts are taken for minor units in every currency.
 *
 * @param type Etsy's word, such as {@code PAYMENT_GROSS} or {@code transaction}
 * @param balance of the account once the entry is booked
 * @param subject the kind of thing that it is about, and its number: {@code receipt}, {@code
 *     transaction}, {@code shop_payment} …
 * @param parent the entry that this one was booked for, such as the fee that tax is added to
 * @param adjustments the refunds that it shows, and the payment of each
 */
record EtsyEntry(
    String id,
    long sequence,
    String type,
    Money amount,
    Money balance,
    Instant at,
    Subject subject,
    Optional<String> parent,
    Map<String, String> adjustments) {

  /**
   * @param id empty if it is no number
   */
  record Subject(String kind, String id) {

    Subject {
      id = id.matches("[1-9][0-9]*") ? id : "";
    }

    @Override
    public String toString() {
      return kind + " " + id;
    }
  }

  EtsyEntry {
    adjustments = Map.copyOf(adjustments);
  }

  /**
   * @throws IllegalArgumentException if it has no number, amount or moment
   */
  static EtsyEntry read(JsonNode shown) {
    String currency = shown.path("currency").asString("");
    Map<String, String> adjustments = new HashMap<>();
    for (JsonNode one : shown.path("payment_adjustments")) {
      adjustments.put(text(one, "payment_adjustment_id"), text(one, "payment_id"));
    }
    String moment = shown.has("created_timestamp") ? "created_timestamp" : "create_date";
    return new EtsyEntry(
        Long.toString(number(shown, "entry_id")),
        number(shown, "sequence_number"),
        text(shown, shown.hasNonNull("ledger_type") ? "ledger_type" : "description"),
        Money.ofMinor(number(shown, "amount"), currency),
        Money.ofMinor(number(shown, "balance"), currency),
        Instant.ofEpochSecond(number(shown, moment)),
        new Subject(text(shown, "reference_type"), text(shown, "reference_id")),
        Optional.of(text(shown, "parent_entry_id")).filter(id -> id.matches("[1-9][0-9]*")),
        adjustments);
  }

  private static String text(JsonNode shown, String field) {
    return shown.path(field).asString("");
  }

  private static long number(JsonNode shown, String field) {
    JsonNode number = shown.path(field);
    if (!number.isIntegralNumber()) {
      throw new IllegalArgumentException(
          "ledger entry " + shown.path("entry_id") + ": " + field + " is not a number");
    }
    return number.asLong();
  }

  /** Money that leaves for the seller's bank; one that comes back is not one. */
  boolean isPayout() {
    return type.startsWith("DISBURSE") && amount.isNegative();
  }

  /** The payment that it is about. Fees of processing are taken to name it as well. */
  Optional<String> payment() {
    String id =
        switch (subject.kind()) {
          case "shop_payment", "processing_fee" -> subject.id();
          case "payment_adjustment" -> adjustments.getOrDefault(subject.id(), "");
          default -> "";
        };
    return Optional.of(id).filter(payment -> !payment.isEmpty());
  }
}
