package kontor.order.privacy.adapter;

import kontor.order.customer.OrdersOf;
import kontor.order.privacy.Erasure;
import kontor.order.privacy.PrivacyDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Comes back to the erasures that wait for orders to be over. They are stored, none is forgotten.
 */
@Component
class ErasureTimer {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureTimer.class);

  private final PrivacyDesk desk;
  private final OrdersOf orders;

  ErasureTimer(PrivacyDesk desk, OrdersOf orders) {
    this.desk = desk;
    this.orders = orders;
  }

  @Scheduled(fixedDelayString = "${kontor.privacy.check-every:10m}")
  void check() {
    if (!orders.caughtUp()) {
      return; // orders may be missing
    }
    for (Erasure erasure : desk.carryOn()) {
      LOG.info(
          "erasure of {}: {} orders erased, {} wait",
          erasure.subject(),
          erasure.erased().size(),
          erasure.waiting().size());
    }
  }
}
