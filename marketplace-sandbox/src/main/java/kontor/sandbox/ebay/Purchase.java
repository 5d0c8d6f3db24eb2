package kontor.sandbox.ebay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a buyer is told to buy. */
public record Purchase(
    List<Wish> wishes,
    @Nullable String marketplaceId,
    String country,
    String deliveryCost,
    SoldOrder.Payment payment) {

  public Purchase {
    wishes = List.copyOf(wishes);
  }

  /** So many of one offer, named by its id, its listing's or its SKU. */
  public record Wish(
      @Nullable String offerId, @Nullable String listingId, @Nullable String sku, int quantity) {}

  /** The marketplace does not sell: why, and which field of the wish is at fault. */
  public static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final int status;

    Refused(int status, String field, String message) {
      super(message, null, false, false);
      this.status = status;
      this.field = field;
    }

    /** The field at fault. */
    public String field() {
      return field;
    }

    /** 404 for what is not there, 409 for what does not allow it. */
    public int status() {
      return status;
    }
  }
}
