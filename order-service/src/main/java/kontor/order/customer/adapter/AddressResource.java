package kontor.order.customer.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.order.contact.PostalCodes;
import kontor.order.customer.Accounts;
import kontor.order.customer.AddressBook;
import kontor.order.customer.SavedAddress;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in customer's addresses. Changes carry the account's ETag as {@code If-Match}. */
@RestController
@RequestMapping("/api/shop/customers/me/addresses")
class AddressResource {

  private static final int LONGEST_CODE = 12;

  private final Accounts accounts;
  private final SignedInCustomer signedIn;

  AddressResource(Accounts accounts, SignedInCustomer signedIn) {
    this.accounts = accounts;
    this.signedIn = signedIn;
  }

  /**
   * @param name 1 to 100 characters, as company, street and city
   * @param country ISO 3166-1 alpha-2; DE when absent
   * @param forDelivery whether it becomes the default for parcels
   * @param forInvoice whether it becomes the default for invoices
   */
  record Address(
      @Nullable String name,
      @Nullable String company,
      @Nullable String street,
      @Nullable String postalCode,
      @Nullable String city,
      @Nullable CountryCode country,
      @Nullable Boolean forDelivery,
      @Nullable Boolean forInvoice) {

    SavedAddress saved(String id) {
      CountryCode where = country == null ? new CountryCode("DE") : country;
      return new SavedAddress(
          id,
          Input.text("name", name),
          Input.optional("company", company),
          Input.text("street", street),
          postalCode(where),
          Input.text("city", city),
          where);
    }

    private String postalCode(CountryCode where) {
      String code = Input.text("postalCode", postalCode);
      if (code.length() > LONGEST_CODE) {
        throw BadRequestException.field("postalCode", "has at most 12 characters");
      }
      PostalCodes.expected(where, code)
          .ifPresent(
              example -> {
                throw BadRequestException.field(
                    "postalCode", "is none of " + where + ", such as " + example);
              });
      return code;
    }

    boolean delivery() {
      return Boolean.TRUE.equals(forDelivery);
    }

    boolean invoice() {
      return Boolean.TRUE.equals(forInvoice);
    }
  }

  @GetMapping
  AddressBook list(HttpServletRequest request) {
    return signedIn.of(request).addresses();
  }

  /** Answers with the account; the new address is the last one. The first is both defaults. */
  @PostMapping
  ResponseEntity<CustomerAnswer> add(@RequestBody Address wanted, HttpServletRequest request) {
    SavedAddress address = wanted.saved(UUID.randomUUID().toString());
    CustomerId me = SignedInCustomer.id(request);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            CustomerAnswer.of(
                SignedInCustomer.told(
                    () -> accounts.addAddress(me, address, wanted.delivery(), wanted.invoice()))));
  }

  @PutMapping("/{id}")
  ResponseEntity<CustomerAnswer> change(
      @PathVariable String id,
      @RequestBody Address wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    SavedAddress address = wanted.saved(id);
    CustomerId me = SignedInCustomer.id(request);
    long seen = SignedInCustomer.seen(match);
    return CustomerAnswer.tagged(
        SignedInCustomer.told(
            () -> accounts.changeAddress(me, address, wanted.delivery(), wanted.invoice(), seen)));
  }

  /** Orders keep the address that they were placed with. */
  @DeleteMapping("/{id}")
  ResponseEntity<CustomerAnswer> remove(
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    CustomerId me = SignedInCustomer.id(request);
    long seen = SignedInCustomer.seen(match);
    return CustomerAnswer.tagged(SignedInCustomer.told(() -> accounts.removeAddress(me, id, seen)));
  }
}
