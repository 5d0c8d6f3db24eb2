package kontor.order.mail.adapter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kontor.order.mail.Mails;
import org.springframework.stereotype.Component;

/** How many mails wait and have failed, read when somebody asks. */
@Component
class MailGauges {

  MailGauges(Mails mails, MeterRegistry registry, Clock clock) {
    Gauge.builder("kontor.mails.waiting.mails", mails, m -> m.queue().waiting())
        .description("Mails that are to be sent")
        .register(registry);
    Gauge.builder("kontor.mails.failed.mails", mails, m -> m.queue().failed())
        .description("Mails that were given up")
        .register(registry);
    Gauge.builder("kontor.mails.oldest.waiting", mails, m -> age(m, clock))
        .description("How long the oldest mail waits")
        .baseUnit("seconds")
        .register(registry);
  }

  private static double age(Mails mails, Clock clock) {
    Instant oldest = mails.queue().oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
  }
}
