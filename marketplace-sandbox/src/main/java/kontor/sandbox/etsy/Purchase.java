package kontor.sandbox.etsy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer is told to buy.
 *
 * @param shipping a decimal number, as are the others
 * @param discount a coupon of the shop
 * @param tax what Etsy collects on top
 */
public record Purchase(
    long shopId,
    List<Wish> wishes,
    String country,
    boolean paid,
    String shipping,
    String discount,
    String tax) {

  public Purchase {
    wishes = List.copyOf(wishes);
  }

  /** So many units of a product, named by its SKU or its listing. */
  public record Wish(@Nullable String sku, @Nullable Long listingId, int quantity) {}

  /** Etsy does not sell: why, and which field of the wish is at fault. */
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
