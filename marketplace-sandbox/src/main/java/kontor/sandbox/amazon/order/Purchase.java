package kontor.sandbox.amazon.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer wants on Amazon.
 *
 * @param marketplaceId where; absent if the SKU is listed in one place only
 * @param paid whether the payment is authorised at once
 * @param shipping what delivery costs; text with decimals
 */
public record Purchase(
    String sellerId,
    @Nullable String marketplaceId,
    List<Wish> wishes,
    String country,
    boolean paid,
    boolean byAmazon,
    String shipping) {

  public Purchase {
    wishes = List.copyOf(wishes);
  }

  Purchase times(int count) {
    List<Wish> more =
        wishes.stream()
            .map(wish -> new Wish(wish.sku(), Math.multiplyExact(wish.quantity(), count)))
            .toList();
    return new Purchase(sellerId, marketplaceId, more, country, paid, byAmazon, shipping);
  }

  /** So many of a SKU. */
  public record Wish(String sku, int quantity) {}

  /** Amazon does not sell that. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String field;

    Refused(int status, String field, String message) {
      super(message, null, false, false);
      this.status = status;
      this.field = field;
    }

    /** 404 or 409. */
    public int status() {
      return status;
    }

    /** What is at fault. */
    public String field() {
      return field;
    }
  }
}
