package kontor.order.checkout.adapter;

import kontor.contracts.CountryCode;
import kontor.order.cart.CartEvent;
import kontor.order.contact.ContactDetails.BusinessDetails;
import kontor.order.contact.VatIds;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;

/** Holds the business that orders against the one for which its cart was priced. */
final class BusinessCheck {

  private BusinessCheck() {}

  /**
   * @param priced absent: the cart was priced for a consumer
   */
  static @Nullable BusinessDetails of(
      CheckoutRequest.@Nullable BusinessBuyer told, CartEvent.@Nullable Business priced) {
    if (priced == null) {
      if (told != null) {
        throw BadRequestException.field(
            "business", "the cart was priced for a consumer: set its buyer first");
      }
      return null;
    }
    if (told == null) {
      throw BadRequestException.field("business", "is missing: the cart was priced for one");
    }
    return new BusinessDetails(
        CheckoutFields.text("business.company", told.company(), 100),
        vatId(told.vatId(), priced.vatCountry()),
        CheckoutFields.optional("business.purchaseOrder", told.purchaseOrder(), 50));
  }

  private static @Nullable String vatId(@Nullable String told, @Nullable CountryCode priced) {
    String field = "business.vatId";
    if (told == null || told.isBlank()) {
      if (priced != null) {
        throw BadRequestException.field(
            field, "is missing: the cart was priced with one of " + priced);
      }
      return null;
    }
    String id = VatIds.plain(told);
    VatIds.problem(id)
        .ifPresent(
            problem -> {
              throw BadRequestException.field(field, problem);
            });
    if (!VatIds.country(id).equals(priced)) {
      throw BadRequestException.field(
          field,
          "the cart was priced " + (priced == null ? "without one" : "with one of " + priced));
    }
    return id;
  }
}
