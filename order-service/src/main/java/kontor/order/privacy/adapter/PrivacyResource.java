package kontor.order.privacy.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import kontor.order.customer.Customer;
import kontor.order.customer.SignIn;
import kontor.order.customer.SignIn.Outcome;
import kontor.order.customer.adapter.SessionHeader;
import kontor.order.customer.adapter.SignedInCustomer;
import kontor.order.privacy.CustomerExport.Export;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The customer takes his data with him (art. 15, 20 GDPR), or has it erased (art. 17). */
@RestController
@RequestMapping("/api/shop/customers/me")
class PrivacyResource {

  private final SignedInCustomer signedIn;
  private final SignIn signIn;
  private final PrivacyAnswers answers;
  private final Clock clock;

  PrivacyResource(SignedInCustomer signedIn, SignIn signIn, PrivacyAnswers answers, Clock clock) {
    this.signedIn = signedIn;
    this.signIn = signIn;
    this.answers = answers;
    this.clock = clock;
  }

  record Confirmation(@Nullable String password) {
    @Override
    public String toString() {
      return "Confirmation";
    }
  }

  @GetMapping("/export")
  ResponseEntity<Export> export(HttpServletRequest request) {
    return answers.file(signedIn.of(request));
  }

  /**
   * Erases the account, confirmed by its password, and ends its sessions. The answer says what is
   * kept, why and until when.
   */
  @DeleteMapping
  ResponseEntity<?> erase(@RequestBody Confirmation confirmation, HttpServletRequest request) {
    Customer me = signedIn.of(request);
    if (confirmation.password == null || confirmation.password.isEmpty()) {
      throw BadRequestException.field("password", "is missing");
    }
    Outcome outcome = signIn.confirm(me, confirmation.password);
    return outcome instanceof Outcome.Welcome
        ? answers.erased(me.id())
        : SessionHeader.refusal(outcome, clock.instant());
  }
}
