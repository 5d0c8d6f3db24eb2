package kontor.order.customer.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import kontor.order.customer.Accounts;
import kontor.order.customer.Customer;
import kontor.order.customer.Profile;
import kontor.order.customer.SignIn;
import kontor.order.customer.SignIn.Outcome;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A visitor becomes a customer, and a customer looks after his profile. */
@RestController
@RequestMapping("/api/shop/customers")
class CustomerResource {

  private final Accounts accounts;
  private final SignedInCustomer signedIn;
  private final SignIn signIn;
  private final Arrival arrival;
  private final Clock clock;

  CustomerResource(
      Accounts accounts, SignedInCustomer signedIn, SignIn signIn, Arrival arrival, Clock clock) {
    this.accounts = accounts;
    this.signedIn = signedIn;
    this.signIn = signIn;
    this.arrival = arrival;
    this.clock = clock;
  }

  /** Registers and signs in; 409 when there is an account with this e-mail address. */
  @PostMapping
  ResponseEntity<CustomerAnswer> register(
      @RequestBody ProfileRequest wanted, HttpServletRequest request) {
    Profile profile = wanted.profile();
    Customer customer = SignedInCustomer.told(() -> accounts.register(profile, wanted.password()));
    arrival.of(customer, request);
    return ResponseEntity.created(URI.create("/api/shop/customers/me"))
        .eTag("\"" + customer.version() + "\"")
        .header(SessionHeader.NAME, SessionHeader.start(customer))
        .body(CustomerAnswer.of(customer));
  }

  /** The signed-in customer with the ETag of his account. */
  @GetMapping("/me")
  ResponseEntity<CustomerAnswer> me(HttpServletRequest request) {
    return CustomerAnswer.tagged(signedIn.of(request));
  }

  /**
   * Replaces the profile, with the ETag as {@code If-Match}. A new e-mail address needs the present
   * password, since a password is reset through it.
   */
  @PutMapping("/me")
  ResponseEntity<?> change(
      @RequestBody ProfileRequest wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    Customer me = signedIn.of(request);
    Profile profile = wanted.profile();
    if (!profile.email().normalised().equals(me.profile().email().normalised())) {
      if (wanted.password() == null) {
        throw BadRequestException.field("password", "is needed for another e-mail address");
      }
      Outcome outcome = signIn.confirm(me, wanted.password());
      if (!(outcome instanceof Outcome.Welcome)) {
        return SessionHeader.refusal(outcome, clock.instant());
      }
    }
    long seen = SignedInCustomer.seen(match);
    return CustomerAnswer.tagged(
        SignedInCustomer.told(() -> accounts.changeProfile(me.id(), profile, seen)));
  }
}
