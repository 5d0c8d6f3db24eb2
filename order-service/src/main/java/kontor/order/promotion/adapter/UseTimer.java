package kontor.order.promotion.adapter;

import kontor.order.promotion.UseReturns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for uses of promotions whose checkout came to no order. Every instance looks; the
 * promotion's stream lets one of them give the use back.
 */
@Component
class UseTimer {

  private static final Logger LOG = LoggerFactory.getLogger(UseTimer.class);

  private final UseReturns returns;

  UseTimer(UseReturns returns) {
    this.returns = returns;
  }

  @Scheduled(fixedDelayString = "${kontor.promotion.check-every:10s}")
  void check() {
    int settled = returns.sweep();
    if (settled > 0) {
      LOG.debug("looked at the uses of {} checkouts", settled);
    }
  }
}
