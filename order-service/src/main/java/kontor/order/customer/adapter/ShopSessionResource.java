package kontor.order.customer.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import kontor.access.Role;
import kontor.access.web.ServletAccessFilter;
import kontor.order.customer.Customer;
import kontor.order.customer.SignIn;
import kontor.order.customer.SignIn.Outcome;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Customers sign in and out. The password is checked here; the gateway keeps the session and sets
 * its cookie when the answer says so ({@link SessionHeader}).
 */
@RestController
@RequestMapping("/api/shop/session")
class ShopSessionResource {

  private final SignIn signIn;
  private final Arrival arrival;
  private final SignedInCustomer signedIn;
  private final Clock clock;

  ShopSessionResource(SignIn signIn, Arrival arrival, SignedInCustomer signedIn, Clock clock) {
    this.signIn = signIn;
    this.arrival = arrival;
    this.signedIn = signedIn;
    this.clock = clock;
  }

  record Credentials(@Nullable String email, @Nullable String password) {

    /** Holds a password. */
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  /** 401 whichever of the two was wrong, 429 with {@code Retry-After} after several in a row. */
  @PostMapping
  ResponseEntity<Object> signIn(@RequestBody Credentials given, HttpServletRequest request) {
    if (given.password == null || given.password.isEmpty()) {
      throw BadRequestException.field("password", "is missing");
    }
    Outcome outcome = signIn.tryWith(ProfileRequest.email(given.email), given.password);
    if (outcome instanceof Outcome.Welcome welcome) {
      arrival.of(welcome.customer(), request);
      return ResponseEntity.ok()
          .header(SessionHeader.NAME, SessionHeader.start(welcome.customer()))
          .body(CustomerAnswer.of(welcome.customer()));
    }
    return SessionHeader.refusal(outcome, clock.instant());
  }

  /** Who is signed in; 401 for a visitor. */
  @GetMapping
  ResponseEntity<Object> whoAmI(HttpServletRequest request) {
    if (!ServletAccessFilter.caller(request).is(Role.CUSTOMER)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
          .body(ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, "nobody is signed in"));
    }
    Customer customer = signedIn.of(request);
    return ResponseEntity.ok()
        .header(SessionHeader.NAME, SessionHeader.from(customer))
        .body(CustomerAnswer.of(customer));
  }

  /** Ends the session; it may be over already. */
  @DeleteMapping
  ResponseEntity<Void> signOut() {
    return ResponseEntity.noContent().header(SessionHeader.NAME, SessionHeader.END).build();
  }
}
