package kontor.order.customer.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kontor.contracts.CustomerId;
import kontor.order.customer.Accounts;
import kontor.order.customer.Consent;
import kontor.order.customer.Consent.Purpose;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the signed-in customer agrees to, and takes back as easily (art. 7 (3) GDPR). */
@RestController
@RequestMapping("/api/shop/customers")
class ConsentResource {

  private final Accounts accounts;
  private final SignedInCustomer signedIn;

  ConsentResource(Accounts accounts, SignedInCustomer signedIn) {
    this.accounts = accounts;
    this.signedIn = signedIn;
  }

  /**
   * @param given whether the customer agrees or takes it back
   * @param textVersion which text he read, needed to agree; 1 to 60 of a-z, 0-9, {@code . _ -}
   */
  record Wish(boolean given, @Nullable String textVersion) {}

  record Confirmation(@Nullable String token) {}

  /** The history, oldest first; the last entry of a purpose counts. */
  @GetMapping("/me/consents")
  List<Consent> list(HttpServletRequest request) {
    return signedIn.of(request).consents().history();
  }

  /** For mails of advertising the answer is {@code REQUESTED} until the mailed link was used. */
  @PutMapping("/me/consents/{purpose}")
  List<Consent> change(
      @PathVariable Purpose purpose, @RequestBody Wish wish, HttpServletRequest request) {
    CustomerId me = SignedInCustomer.id(request);
    if (!wish.given) {
      return SignedInCustomer.told(() -> accounts.withdrawConsent(me, purpose))
          .consents()
          .history();
    }
    String text = Input.text("textVersion", wish.textVersion);
    if (!text.matches("[A-Za-z0-9._-]{1,60}")) {
      throw BadRequestException.field("textVersion", "has 1 to 60 letters, digits and . _ -");
    }
    return SignedInCustomer.told(() -> accounts.giveConsent(me, purpose, text))
        .consents()
        .history();
  }

  /** The mailed link was used, signed in or not; used again it changes nothing. */
  @PostMapping("/consents/{purpose}/confirm")
  ResponseEntity<Void> confirm(
      @PathVariable Purpose purpose, @RequestBody Confirmation confirmation) {
    String token = Input.text("token", confirmation.token);
    if (!purpose.isConfirmedByMail()) {
      throw BadRequestException.field("purpose", "is not confirmed by a link");
    }
    SignedInCustomer.told(
        () -> {
          accounts.confirmConsent(token, purpose);
          return purpose;
        });
    return ResponseEntity.noContent().build();
  }
}
