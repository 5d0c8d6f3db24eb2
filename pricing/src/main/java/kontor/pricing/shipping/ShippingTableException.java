package kontor.pricing.shipping;

/** Something in a table of shipping methods cannot be. */
public final class ShippingTableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String path;

  /**
   * @param path of the part, such as {@code methods[1].rates[0].upToGrams}
   */
  public ShippingTableException(String path, String reason) {
    super(reason);
    this.path = path;
  }

  public String path() {
    return path;
  }
}
