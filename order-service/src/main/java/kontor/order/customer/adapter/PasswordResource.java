package kontor.order.customer.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import kontor.order.customer.Customer;
import kontor.order.customer.PasswordChanges;
import kontor.order.customer.SignIn;
import kontor.order.customer.SignIn.Outcome;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passwords are changed, and reset by a mailed link. Either ends all sessions of the customer. */
@RestController
@RequestMapping("/api/shop/customers")
class PasswordResource {

  private final PasswordChanges passwords;
  private final SignedInCustomer signedIn;
  private final SignIn signIn;
  private final Clock clock;

  PasswordResource(
      PasswordChanges passwords, SignedInCustomer signedIn, SignIn signIn, Clock clock) {
    this.passwords = passwords;
    this.signedIn = signedIn;
    this.signIn = signIn;
    this.clock = clock;
  }

  /**
   * @param newPassword 10 characters to 72 bytes
   */
  record Change(@Nullable String password, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "Change";
    }
  }

  record Forgotten(@Nullable String email) {}

  /**
   * @param token what the mailed link holds; good for an hour, once
   */
  record Reset(@Nullable String token, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "Reset";
    }
  }

  /** 401 when the present password is wrong. */
  @PutMapping("/me/password")
  ResponseEntity<?> change(@RequestBody Change wanted, HttpServletRequest request) {
    Customer me = signedIn.of(request);
    if (wanted.password == null || wanted.password.isEmpty()) {
      throw BadRequestException.field("password", "is missing");
    }
    Outcome outcome = signIn.confirm(me, wanted.password);
    if (!(outcome instanceof Outcome.Welcome)) {
      return SessionHeader.refusal(outcome, clock.instant());
    }
    return done(SignedInCustomer.told(() -> passwords.changePassword(me.id(), wanted.newPassword)));
  }

  /** Mails a link where the address is known; the answer is the same where it is not. */
  @PostMapping("/password-resets")
  ResponseEntity<Void> forgotten(@RequestBody Forgotten who) {
    passwords.forgotPassword(ProfileRequest.email(who.email));
    return ResponseEntity.accepted().build();
  }

  /** Sets a new password with the mailed token. */
  @PostMapping("/password-resets/confirm")
  ResponseEntity<Void> reset(@RequestBody Reset wanted) {
    String token = Input.text("token", wanted.token);
    return done(SignedInCustomer.told(() -> passwords.resetPassword(token, wanted.newPassword)));
  }

  private static ResponseEntity<Void> done(Customer customer) {
    return ResponseEntity.noContent()
        .header(SessionHeader.NAME, SessionHeader.from(customer))
        .build();
  }
}
