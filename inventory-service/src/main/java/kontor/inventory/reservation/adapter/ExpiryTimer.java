package kontor.inventory.reservation.adapter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kontor.contracts.OrderId;
import kontor.contracts.reservation.ReservationEvent.ReservationExtended;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationReduced;
import kontor.contracts.topic.Topics;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.kafka.TopicTail;
import kontor.inventory.reservation.ReservationProcess;
import kontor.platform.spring.PlatformSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows from the topic which reservations are open and when they end, so a restart forgets no
 * deadline. Every instance tries; the reservation's stream lets one of them succeed.
 */
@Component
@EnableScheduling
class ExpiryTimer implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ExpiryTimer.class);

  private final ReservationProcess process;
  private final CloudEventRecords records;
  private final Clock clock;
  private final Map<OrderId, Instant> open = new ConcurrentHashMap<>();
  private final TopicTail tail;

  ExpiryTimer(
      ReservationProcess process,
      CloudEventRecords records,
      PlatformSettings settings,
      Clock clock) {
    this.process = process;
    this.records = records;
    this.clock = clock;
    tail =
        new TopicTail(
                "expiry",
                KafkaSettings.tail(
                    settings.kafkaBootstrapServers(), settings.instance() + "-expiry"),
                List.of(Topics.RESERVATIONS),
                Map.of(),
                polled -> polled.forEach(this::follow))
            .start();
  }

  private void follow(ConsumerRecord<byte[], byte[]> polled) {
    try {
      ReceivedEvent received = records.read(polled);
      OrderId order = new OrderId(received.stream().id());
      if (received.event() instanceof ReservationGranted granted) {
        open.put(order, granted.expiresAt());
      } else if (received.event() instanceof ReservationExtended extended) {
        open.put(order, extended.expiresAt());
      } else if (!(received.event() instanceof ReservationReduced)) {
        open.remove(order);
      }
    } catch (UnreadableEventException | IllegalArgumentException e) {
      LOG.debug("the inbox keeps it aside: {}", e.getMessage());
    }
  }

  @Scheduled(fixedDelayString = "${kontor.reservation.check-every:5s}")
  void expire() {
    if (!tail.caughtUp()) {
      return;
    }
    Instant now = clock.instant();
    open.forEach(
        (order, end) -> {
          if (!now.isBefore(end)) {
            process.expire(order);
          }
        });
  }

  @Override
  public void destroy() {
    tail.close();
  }
}
