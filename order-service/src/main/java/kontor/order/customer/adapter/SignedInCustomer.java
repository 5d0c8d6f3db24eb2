package kontor.order.customer.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import kontor.access.AccessRefusedException;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.access.web.ServletAccessFilter;
import kontor.contracts.CustomerId;
import kontor.order.customer.AccountRefusedException;
import kontor.order.customer.Customer;
import kontor.order.customer.Customers;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customer who sends a request, and how an account's no is answered. */
@Component
public class SignedInCustomer {

  private final Customers customers;

  SignedInCustomer(Customers customers) {
    this.customers = customers;
  }

  /** 403 for visitors, and for customers who are gone. */
  public Customer of(HttpServletRequest request) {
    return customers.find(id(request)).orElseThrow(SignedInCustomer::nobody);
  }

  /** 403 for visitors. */
  public static CustomerId id(HttpServletRequest request) {
    Caller caller = ServletAccessFilter.caller(request);
    if (!caller.is(Role.CUSTOMER)) {
      throw nobody();
    }
    return new CustomerId(caller.subject());
  }

  private static AccessRefusedException nobody() {
    return AccessRefusedException.forbidden("sign in as a customer");
  }

  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (AccountRefusedException e) {
      String message = String.valueOf(e.getMessage());
      throw switch (e.reason()) {
        case INPUT -> BadRequestException.field(e.field(), message);
        case OUTDATED -> BadRequestException.outdated(message);
        case CONFLICT -> BadRequestException.conflict(e.field() + ": " + message);
        case UNKNOWN -> BadRequestException.notFound(message);
      };
    }
  }

  /** The version that the author of a change has seen. */
  static long seen(@Nullable String match) {
    if (match == null) {
      throw BadRequestException.versionMissing(
          "send the ETag that you read in the header If-Match");
    }
    String digits = match.strip().replaceFirst("^W/", "").replace("\"", "");
    if (!digits.matches("\\d{1,9}")) {
      throw BadRequestException.field("If-Match", "not an ETag of this service: " + match);
    }
    return Long.parseLong(digits);
  }
}
