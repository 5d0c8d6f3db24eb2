package kontor.order.contact;

import org.jspecify.annotations.Nullable;

/**
 * What a buyer told besides who he is and where the parcel goes.
 *
 * @param street2 second line of the address of delivery
 * @param state of the address of delivery
 * @param orderNote for who packs
 * @param giftMessage for who gets the parcel
 * @param billing where the invoice goes, if not with the parcel
 * @param business who buys, if it is a business
 */
public record ContactDetails(
    @Nullable String street2,
    @Nullable String state,
    @Nullable String phone,
    @Nullable String orderNote,
    @Nullable String giftMessage,
    @Nullable PostalAddress billing,
    @Nullable BusinessDetails business) {

  public static final ContactDetails NONE =
      new ContactDetails(null, null, null, null, null, null, null);

  /**
   * A business.
   *
   * @param vatId its USt-IdNr., with the two letters of its country
   * @param purchaseOrder the number under which it ordered
   */
  public record BusinessDetails(
      String company, @Nullable String vatId, @Nullable String purchaseOrder) {}
}
