package kontor.order.customer.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.access.web.ServletAccessFilter;
import kontor.eventstore.Origin;
import kontor.order.customer.Customer;
import kontor.order.customer.SignInListener;
import kontor.platform.spring.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells who wants to know that a visitor is a customer. */
@Component
class Arrival {

  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  private final List<SignInListener> listeners;

  Arrival(ObjectProvider<SignInListener> listeners) {
    this.listeners = listeners.orderedStream().toList();
  }

  /**
   * A listener that fails is logged, and the customer comes in: the next sign-in tells it again.
   */
  void of(Customer customer, HttpServletRequest request) {
    Caller visitor = ServletAccessFilter.caller(request);
    if (!visitor.is(Role.GUEST)) {
      return;
    }
    Origin origin = RequestOrigin.of(request);
    for (SignInListener listener : listeners) {
      try {
        listener.signedIn(visitor.subject(), customer.id().value(), origin);
      } catch (RuntimeException e) {
        LOG.warn("{} did not take that {} signed in", listener.getClass(), customer.id(), e);
      }
    }
  }
}
