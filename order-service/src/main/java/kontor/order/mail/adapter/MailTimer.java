package kontor.order.mail.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kontor.order.mail.MailRun;
import kontor.order.mail.MailRun.Done;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends what is due, on a thread of its own: a slow mail server holds up nothing else. */
@Component
class MailTimer implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(MailTimer.class);
  private static final long PATIENCE_SECONDS = 5;

  private final MailRun run;
  private final MailSettings settings;
  private final MeterRegistry registry;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "mails"));

  private @Nullable ScheduledFuture<?> sending;

  MailTimer(MailRun run, MailSettings settings, MeterRegistry registry) {
    this.run = run;
    this.settings = settings;
    this.registry = registry;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    long every = settings.checkEvery().toMillis();
    sending = thread.scheduleWithFixedDelay(this::sendAll, 0, every, TimeUnit.MILLISECONDS);
  }

  private void sendAll() {
    try {
      Optional<Done> done = run.sendNext();
      while (done.isPresent() && !thread.isShutdown()) {
        tell(done.get());
        done = run.sendNext();
      }
    } catch (RuntimeException e) {
      LOG.warn("mails wait: {}", e.toString());
    }
  }

  private void tell(Done done) {
    LOG.info("mail {} ({}) is {}", done.id(), done.kind(), done.status());
    Counter.builder("kontor.mails.tried.mails")
        .description("Tries to send a mail, by what it says and what came of it")
        .tag("kind", done.kind().template())
        .tag("outcome", done.status().name().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
  }

  @Override
  public void destroy() throws InterruptedException {
    if (sending != null) {
      sending.cancel(false); // the mail that is on its way goes first
    }
    thread.shutdown();
    if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
  }
}
