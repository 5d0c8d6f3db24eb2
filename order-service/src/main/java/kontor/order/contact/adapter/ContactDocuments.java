package kontor.order.contact.adapter;

import kontor.contracts.CountryCode;
import kontor.order.contact.ContactDetails;
import kontor.order.contact.ContactDetails.BusinessDetails;
import kontor.order.contact.PostalAddress;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The parts of a contact as documents; one from before they were kept has none. */
final class ContactDocuments {

  private ContactDocuments() {}

  static Document of(ContactDetails details) {
    return new Document("street2", details.street2())
        .append("state", details.state())
        .append("phone", details.phone())
        .append("orderNote", details.orderNote())
        .append("giftMessage", details.giftMessage())
        .append("billing", details.billing() == null ? null : of(details.billing()))
        .append("business", details.business() == null ? null : of(details.business()));
  }

  static ContactDetails details(@Nullable Document d) {
    if (d == null) {
      return ContactDetails.NONE;
    }
    Document billing = d.get("billing", Document.class);
    Document business = d.get("business", Document.class);
    return new ContactDetails(
        d.getString("street2"),
        d.getString("state"),
        d.getString("phone"),
        d.getString("orderNote"),
        d.getString("giftMessage"),
        billing == null ? null : address(billing),
        business == null ? null : business(business));
  }

  private static Document of(PostalAddress address) {
    return new Document("name", address.name())
        .append("company", address.company())
        .append("street", address.street())
        .append("street2", address.street2())
        .append("postalCode", address.postalCode())
        .append("city", address.city())
        .append("state", address.state())
        .append("country", address.country().value());
  }

  private static PostalAddress address(Document d) {
    return new PostalAddress(
        d.getString("name"),
        d.getString("company"),
        d.getString("street"),
        d.getString("street2"),
        d.getString("postalCode"),
        d.getString("city"),
        d.getString("state"),
        new CountryCode(d.getString("country")));
  }

  private static Document of(BusinessDetails business) {
    return new Document("company", business.company())
        .append("vatId", business.vatId())
        .append("purchaseOrder", business.purchaseOrder());
  }

  private static BusinessDetails business(Document d) {
    return new BusinessDetails(
        d.getString("company"), d.getString("vatId"), d.getString("purchaseOrder"));
  }
}
