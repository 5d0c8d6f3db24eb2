package kontor.order.orderlist.adapter;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kontor.contracts.OrderId;
import kontor.order.lifecycle.OrderSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One buyer who watches one order until it is settled. */
final class OrderStream {

  private static final Logger LOG = LoggerFactory.getLogger(OrderStream.class);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final OrderId order;
  private final OrderFeed feed;
  private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
  private final Consumer<OrderSummary> listener = this::send;

  OrderStream(OrderId order, OrderFeed feed) {
    this.order = order;
    this.feed = feed;
  }

  /** Listens first and then sends the present state, so that no state falls in between. */
  SseEmitter start(Supplier<OrderSummary> present) {
    Runnable forget = () -> feed.forget(order, listener);
    emitter.onCompletion(forget);
    emitter.onTimeout(forget);
    emitter.onError(failure -> forget.run());
    feed.listen(order, listener);
    try {
      send(present.get());
    } catch (RuntimeException e) {
      forget.run();
      throw e;
    }
    return emitter;
  }

  private synchronized void send(OrderSummary summary) {
    try {
      emitter.send(SseEmitter.event().name("order").data(summary, MediaType.APPLICATION_JSON));
      if (summary.settled()) {
        feed.forget(order, listener);
        emitter.complete();
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("a buyer went away: {}", e.toString());
      feed.forget(order, listener);
    }
  }
}
