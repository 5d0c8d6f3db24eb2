package kontor.connector.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.ReportedListing;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Compares what we believe of a listing with what the marketplace says. Another price and more
 * units than there are have only one explanation. Fewer units may have been bought by somebody of
 * whom we have not read yet: only what stays so is drift.
 */
public final class Comparison {

  private final Map<Sku, Instant> fewerSince = new HashMap<>();
  private final Map<Sku, Instant> setRight = new HashMap<>();

  /** What a comparison found. */
  public sealed interface Verdict {

    /** As it should be. */
    record Same() implements Verdict {}

    /** Somebody may have bought what is missing: it is to be looked at again soon. */
    record NotYet() implements Verdict {}

    /** Our figures are to be sent again. */
    record OtherFigures(String difference) implements Verdict {}

    /** It is not there: somebody ended it, and a person has to say whether that was meant. */
    record Gone() implements Verdict {}
  }

  /**
   * @param patience how long after a sale we have read of it at the latest
   */
  public Verdict verdict(
      Sku sku, Listing believed, Optional<ReportedListing> shown, Instant now, Duration patience) {
    Money price = believed.price();
    Quantity quantity = believed.quantity();
    if (price == null || quantity == null) {
      return new Verdict.Same();
    }
    if (shown.isEmpty() || shown.get().state() == ReportedListing.State.ENDED) {
      return new Verdict.Gone();
    }
    Money otherPrice = shown.get().price().filter(p -> !p.equals(price)).orElse(null);
    Quantity otherQuantity = shown.get().quantity().filter(q -> !q.equals(quantity)).orElse(null);
    boolean fewer = otherQuantity != null && otherQuantity.compareTo(quantity) < 0;
    if (!fewer) {
      fewerSince.remove(sku);
    } else if (otherPrice == null
        && now.isBefore(fewerSince.computeIfAbsent(sku, first -> now).plus(patience))) {
      return new Verdict.NotYet();
    }
    boolean same = otherPrice == null && otherQuantity == null;
    if (same || now.isBefore(again(sku, patience))) {
      return new Verdict.Same();
    }
    setRight.put(sku, now);
    return new Verdict.OtherFigures(
        difference(price, otherPrice) + difference(quantity, otherQuantity));
  }

  /** What does not stay right is not set right all the time. */
  private Instant again(Sku sku, Duration patience) {
    Instant last = setRight.get(sku);
    return last == null ? Instant.MIN : last.plus(patience);
  }

  /** Another instance compared until now. */
  public void forget() {
    fewerSince.clear();
    setRight.clear();
  }

  private static String difference(Object believed, @Nullable Object shown) {
    return shown == null ? "" : "shows " + shown + " instead of " + believed + "; ";
  }
}
