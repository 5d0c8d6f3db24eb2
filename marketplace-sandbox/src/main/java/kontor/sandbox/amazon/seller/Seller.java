package kontor.sandbox.amazon.seller;

import java.util.List;

/** An account on Amazon, and the refresh token by which it let our application in. */
public record Seller(String sellerId, String refreshToken, List<String> marketplaceIds) {

  /** Nobody: who calls with a token that belongs to the application alone. */
  public static final Seller NONE = new Seller("", "", List.of());

  public Seller {
    marketplaceIds = List.copyOf(marketplaceIds);
  }

  @Override
  public String toString() {
    return "Seller[" + sellerId + "]";
  }
}
