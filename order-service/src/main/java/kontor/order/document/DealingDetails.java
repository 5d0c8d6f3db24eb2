package kontor.order.document;

import java.util.Optional;
import kontor.order.contact.Contact;
import kontor.order.contact.ContactDetails;
import kontor.order.contact.ContactDetails.BusinessDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer told besides his address. Nothing of it is left when the contact was erased.
 *
 * @param deliverTo who gets the parcel; absent: who gets the invoice
 * @param vatId of a business
 * @param purchaseOrder the number under which a business ordered
 * @param giftMessage for who gets the parcel
 */
public record DealingDetails(
    @Nullable Recipient deliverTo,
    @Nullable String vatId,
    @Nullable String purchaseOrder,
    @Nullable String orderNote,
    @Nullable String giftMessage) {

  public static final DealingDetails NONE = new DealingDetails(null, null, null, null, null);

  public static DealingDetails of(Optional<Contact> contact) {
    return contact.map(DealingDetails::of).orElse(NONE);
  }

  private static DealingDetails of(Contact contact) {
    ContactDetails told = contact.details();
    BusinessDetails business = told.business();
    return new DealingDetails(
        told.billing() == null ? null : Recipient.of(contact.delivery(), contact.email()),
        business == null ? null : business.vatId(),
        business == null ? null : business.purchaseOrder(),
        told.orderNote(),
        told.giftMessage());
  }
}
