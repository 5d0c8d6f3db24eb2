package kontor.order.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.customer.OrdersOf;
import kontor.order.lifecycle.Orders;
import kontor.order.mail.Mails;
import org.jspecify.annotations.Nullable;

/**
 * Carries out erasures. The request is stored first; every step may be repeated, so a crash between
 * any two of them, or two instances at once, end alike.
 */
public final class PrivacyDesk {

  /**
   * For so long a request is looked at again even with no order waiting: an order that was placed,
   * or a mail that was sent, in the moment of the request may not be known yet.
   */
  private static final Duration AFTERCARE = Duration.ofHours(1);

  private final Erasures erasures;
  private final Holdings held;
  private final OrdersOf ordersOf;
  private final Orders orders;
  private final Clock clock;

  public PrivacyDesk(
      Erasures erasures, Holdings held, OrdersOf ordersOf, Orders orders, Clock clock) {
    this.erasures = erasures;
    this.held = held;
    this.ordersOf = ordersOf;
    this.orders = orders;
    this.clock = clock;
  }

  /** Empty when there is no such customer and never was an erasure of one. */
  public Optional<Erasure> erase(CustomerId customer) {
    if (held.customers().find(customer).isPresent()) {
      erasures.open(customer.value(), now());
    }
    return erasures.find(customer.value()).map(this::carryOn);
  }

  /** Erases the contact of one order, now or when it is over. */
  public Erasure erase(OrderId order) {
    String subject = Erasure.of(order);
    erasures.open(subject, now());
    return carryOn(erasures.find(subject).orElseThrow());
  }

  /** The next pass over what waits. */
  public List<Erasure> carryOn() {
    return erasures.pending().stream().map(this::carryOn).toList();
  }

  private Erasure carryOn(Erasure erasure) {
    if (!erasure.ofOneOrder()) {
      forget(new CustomerId(erasure.subject()));
    }
    List<OrderId> waiting = new ArrayList<>();
    List<OrderId> erased = new ArrayList<>();
    for (OrderId order : concerned(erasure)) {
      if (ContactNeed.of(orders.find(order))) {
        waiting.add(order);
      } else {
        forget(order);
        erased.add(order);
      }
    }
    Erasure after =
        new Erasure(
            erasure.subject(), erasure.requestedAt(), waiting, erased, done(erasure, waiting));
    erasures.note(after);
    return after;
  }

  private List<OrderId> concerned(Erasure erasure) {
    return erasure.ofOneOrder()
        ? List.of(erasure.order())
        : ordersOf.ids(new CustomerId(erasure.subject()));
  }

  private @Nullable Instant done(Erasure erasure, List<OrderId> waiting) {
    boolean settled = ordersOf.caughtUp() && erasure.requestedAt().plus(AFTERCARE).isBefore(now());
    if (!waiting.isEmpty() || !settled) {
      return null;
    }
    return erasure.doneAt() == null ? now() : erasure.doneAt();
  }

  private void forget(CustomerId customer) {
    held.links().forget(customer);
    held.others().forEach(data -> data.erase(customer.value()));
    eraseTexts(held.mails().ofCustomer(customer));
    held.customers().remove(customer);
  }

  private void forget(OrderId order) {
    held.personal().eraseContact(order);
    eraseTexts(held.mails().ofOrder(order));
  }

  private void eraseTexts(List<Mails.Copy> sent) {
    held.mails().eraseTexts(sent.stream().map(copy -> copy.entry().id()).toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
