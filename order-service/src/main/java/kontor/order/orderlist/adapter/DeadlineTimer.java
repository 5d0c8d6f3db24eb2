package kontor.order.orderlist.adapter;

import java.time.Clock;
import kontor.contracts.OrderId;
import kontor.order.lifecycle.OrderDeadlines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks in the index of orders for deadlines that have passed. They are part of the orders, so a
 * restart forgets none. Every instance looks; the order's stream lets one of them succeed.
 */
@Component
@EnableScheduling
class DeadlineTimer {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineTimer.class);

  private final OrderFeed feed;
  private final OrderDeadlines deadlines;
  private final Clock clock;

  DeadlineTimer(OrderFeed feed, OrderDeadlines deadlines, Clock clock) {
    this.feed = feed;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${kontor.order.check-every:5s}")
  void check() {
    if (!feed.caughtUp()) {
      return; // what is known of orders may be old
    }
    for (OrderId order : feed.due(clock.instant())) {
      if (deadlines.pass(order)) {
        LOG.info("time has passed for order {}", order);
      }
    }
  }
}
