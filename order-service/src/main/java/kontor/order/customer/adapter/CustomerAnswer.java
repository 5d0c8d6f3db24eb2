package kontor.order.customer.adapter;

import java.time.Instant;
import java.util.List;
import kontor.contracts.CustomerId;
import kontor.order.customer.Consent;
import kontor.order.customer.Customer;
import kontor.order.customer.Profile;
import kontor.order.customer.SavedAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A customer as himself and the manager see him.
 *
 * @param version what the ETag says
 * @param group decides prices and payment
 * @param deliveryAddress id of the default for parcels
 * @param invoiceAddress id of the default for invoices
 * @param consents with their history, oldest first
 */
public record CustomerAnswer(
    CustomerId id,
    long version,
    String number,
    String email,
    String name,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String vatId,
    String language,
    @Nullable String group,
    List<SavedAddress> addresses,
    @Nullable String deliveryAddress,
    @Nullable String invoiceAddress,
    List<Consent> consents,
    Instant registeredAt) {

  public static CustomerAnswer of(Customer customer) {
    Profile profile = customer.profile();
    return new CustomerAnswer(
        customer.id(),
        customer.version(),
        customer.number(),
        profile.email().value(),
        profile.name(),
        profile.company(),
        profile.phone(),
        profile.vatId(),
        profile.language().code(),
        customer.group(),
        customer.addresses().addresses(),
        customer.addresses().delivery(),
        customer.addresses().invoice(),
        customer.consents().history(),
        customer.registeredAt());
  }

  static ResponseEntity<CustomerAnswer> tagged(Customer customer) {
    return ResponseEntity.ok().eTag("\"" + customer.version() + "\"").body(of(customer));
  }
}
