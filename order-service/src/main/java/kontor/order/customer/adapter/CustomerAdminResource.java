package kontor.order.customer.adapter;

import java.util.List;
import kontor.contracts.CustomerId;
import kontor.order.customer.Accounts;
import kontor.order.customer.Customer;
import kontor.order.customer.Customers;
import kontor.order.customer.OrdersOf;
import kontor.order.lifecycle.OrderSummary;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers for the manager. */
@RestController
@RequestMapping("/api/admin/customers")
class CustomerAdminResource {

  private static final int MOST = 200;
  private static final int SHOWN = 20;

  private final Customers customers;
  private final Accounts accounts;
  private final OrdersOf orders;

  CustomerAdminResource(Customers customers, Accounts accounts, OrdersOf orders) {
    this.customers = customers;
    this.accounts = accounts;
    this.orders = orders;
  }

  /**
   * @param orders the newest ones
   * @param allOrders where all of them are
   */
  record WithOrders(CustomerAnswer customer, List<OrderSummary> orders, String allOrders) {}

  record Page(List<CustomerAnswer> items, @Nullable String next) {}

  /**
   * @param group 1 to 40 of a-z, 0-9 and {@code -}; absent: none
   */
  record Group(@Nullable String group) {}

  /**
   * By number.
   *
   * @param q words that name, company, e-mail address or number contain, in any case
   */
  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > MOST) {
      throw BadRequestException.field("limit", "must be from 1 to " + MOST);
    }
    if (q.length() > MOST) {
      throw BadRequestException.field("q", "has at most " + MOST + " characters");
    }
    if (cursor != null && !cursor.matches("K\\d{1,18}")) {
      throw BadRequestException.field("cursor", "is none of this list");
    }
    Customers.Page page = customers.search(q, cursor, limit);
    return new Page(page.items().stream().map(CustomerAnswer::of).toList(), page.next());
  }

  /** The customer with the newest orders, and the ETag of the account. */
  @GetMapping("/{id}")
  ResponseEntity<WithOrders> one(@PathVariable CustomerId id) {
    Customer customer = SignedInCustomer.told(() -> accounts.find(id));
    return ResponseEntity.ok()
        .eTag("\"" + customer.version() + "\"")
        .body(
            new WithOrders(
                CustomerAnswer.of(customer),
                orders.newest(id, SHOWN),
                "/api/admin/orders?customer=" + id));
  }

  /** Sets the group, with the ETag as {@code If-Match}. */
  @PutMapping("/{id}/group")
  ResponseEntity<CustomerAnswer> group(
      @PathVariable CustomerId id,
      @RequestBody Group wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
    if (wanted.group != null && !wanted.group.matches("[a-z0-9-]{1,40}")) {
      throw BadRequestException.field("group", "has 1 to 40 of a-z, 0-9 and -");
    }
    long seen = SignedInCustomer.seen(match);
    return CustomerAnswer.tagged(
        SignedInCustomer.told(() -> accounts.setGroup(id, wanted.group, seen)));
  }
}
