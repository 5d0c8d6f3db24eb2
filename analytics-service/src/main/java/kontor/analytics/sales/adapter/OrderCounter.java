package kontor.analytics.sales.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Function;
import kontor.analytics.sales.Booking;
import kontor.analytics.sales.Outcome;
import kontor.analytics.sales.Outcome.Counted;
import kontor.analytics.sales.Outcome.Repeated;
import kontor.analytics.sales.Outcome.TooEarly;
import kontor.analytics.sales.SalesReducer;
import kontor.analytics.sales.Tally;
import kontor.analytics.sales.TheirSales;
import kontor.analytics.sales.TrackedOrder;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the orders of one partition, and the sales that marketplaces ship themselves. Holds, per
 * order, how far its events are counted; an event not above that is a repetition and changes
 * nothing. What cannot be read, and what would be counted over a gap, goes to the dead letters, and
 * everything else flows on.
 */
final class OrderCounter implements Processor<byte[], byte[], String, Tally> {

  static final String ORDERS = "orders";
  static final String FIGURES = "figures";

  private static final Logger LOG = LoggerFactory.getLogger(OrderCounter.class);

  private final SalesReducer reducer;
  private final TheirSales theirs;
  private final CloudEventRecords records;
  private final DeadLetters deadLetters;
  private final MeterRegistry metrics;

  // Kafka Streams calls init before anything else.
  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Tally> context;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, TrackedOrder> orders;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, Tally> figures;

  OrderCounter(
      SalesReducer reducer,
      TheirSales theirs,
      CloudEventRecords records,
      DeadLetters deadLetters,
      MeterRegistry metrics) {
    this.reducer = reducer;
    this.theirs = theirs;
    this.records = records;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Tally> context) {
    this.context = context;
    orders = context.getStateStore(ORDERS);
    figures = context.getStateStore(FIGURES);
  }

  @Override
  public void process(Record<byte[], byte[]> polled) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    ConsumerRecord<byte[], byte[]> consumed = consumed(polled, place);
    try {
      ReceivedEvent received = records.read(consumed);
      if (received.event() instanceof OrderEvent event) {
        count(consumed, received, known -> reducer.apply(known, received.version(), event));
      } else if (received.event() instanceof MarketplaceOrderEvent event) {
        count(consumed, received, known -> theirs.apply(known, received.version(), event));
      } else {
        bury(consumed, DeadLetters.Kind.UNREADABLE, "not an event of orders: " + received.type());
      }
    } catch (UnreadableEventException e) {
      bury(consumed, DeadLetters.Kind.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private void count(
      ConsumerRecord<byte[], byte[]> consumed,
      ReceivedEvent received,
      Function<Optional<TrackedOrder>, Outcome> rule) {
    String id = received.stream().id();
    Outcome outcome;
    try {
      Optional<TrackedOrder> before = Optional.ofNullable(orders.get(id));
      outcome = rule.apply(before);
    } catch (IllegalArgumentException | ArithmeticException e) {
      bury(consumed, DeadLetters.Kind.FAILED, e.toString());
      return;
    }
    if (outcome instanceof Counted counted) {
      counted
          .bookings()
          .forEach(booking -> book(booking, consumed.partition(), consumed.timestamp()));
      orders.put(id, counted.order());
      note("counted");
    } else if (outcome instanceof Repeated) {
      note("repeated");
    } else if (outcome instanceof TooEarly early) {
      String reason = "version " + early.expected() + " of " + received.stream() + " is missing";
      bury(consumed, DeadLetters.Kind.PARKED, reason);
    }
  }

  private void book(Booking booking, int partition, long at) {
    String key = FigureRecords.text(booking.key());
    Tally before = figures.get(key);
    Tally after = before == null ? booking.tally() : before.plus(booking.tally());
    figures.put(key, after);
    String entry = FigureRecords.text(new FigureRecords.Entry(partition, booking.key()));
    context.forward(new Record<>(entry, after, at));
  }

  /** Throws {@link KafkaException} when the broker is away: the record comes again. */
  private void bury(ConsumerRecord<byte[], byte[]> consumed, DeadLetters.Kind kind, String reason) {
    deadLetters.put(consumed, kind, reason);
    note("dead-letter");
    LOG.warn(
        "kept aside {}-{}@{} ({}): {}",
        consumed.topic(),
        consumed.partition(),
        consumed.offset(),
        kind,
        reason);
  }

  private void note(String outcome) {
    metrics.counter("kontor.analytics.events", "outcome", outcome).increment();
  }

  private static ConsumerRecord<byte[], byte[]> consumed(
      Record<byte[], byte[]> polled, RecordMetadata place) {
    return new ConsumerRecord<>(
        place.topic(),
        place.partition(),
        place.offset(),
        polled.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        polled.key(),
        polled.value(),
        polled.headers(),
        Optional.empty());
  }
}
