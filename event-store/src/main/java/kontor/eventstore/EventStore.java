package kontor.eventstore;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.command.StreamStore;
import kontor.eventstore.kafka.EventPublisher;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.OutboxSweep;
import kontor.eventstore.kafka.RoundSender;
import kontor.eventstore.mongo.GroupCommit;
import kontor.eventstore.mongo.MongoCommits;
import kontor.eventstore.mongo.MongoSnapshots;
import kontor.eventstore.mongo.OutboxLedger;

/** One service's event store: opened once, gives out the aggregates, publishes what they commit. */
public final class EventStore implements AutoCloseable {

  private final EventRoutes routes = new EventRoutes(Topics.all());
  private final MongoCommits commits;
  private final MongoSnapshots snapshots;
  private final Clock clock;
  private final EventPublisher publisher;
  private final GroupCommit writer;
  private final OutboxSweep sweep;

  /**
   * @param database the service's own
   * @param instance lasting name of this instance, such as {@code order-1}; two that run at the
   *     same time have different ones
   */
  public EventStore(
      MongoDatabase database,
      String bootstrapServers,
      String service,
      String instance,
      MeterRegistry registry,
      Clock clock) {
    this.clock = clock;
    commits = new MongoCommits(database.getCollection("commits"));
    snapshots = new MongoSnapshots(database.getCollection("snapshots"));
    String owner = instance + "~" + UUID.randomUUID();
    OutboxLedger ledger = new OutboxLedger(database.getCollection("outbox"), owner, clock);
    EventStoreMetrics metrics = new EventStoreMetrics(registry);
    RoundSender sender =
        new RoundSender(
            KafkaSettings.producer(bootstrapServers, instance + "-publisher"),
            routes,
            URI.create("/kontor/" + service));
    publisher = new EventPublisher(commits, ledger, sender, metrics, clock);
    writer = new GroupCommit(commits, ledger, publisher::accept, metrics);
    sweep = new OutboxSweep(ledger, commits, publisher, database.getCollection("leases"), clock);
    sweep.start();
  }

  /** The aggregates of a type. Call once per type: each call has its own memory of hot streams. */
  public <S, E> Aggregates<S, E> aggregates(AggregateType<S, E> type, EventCodec codec) {
    return new Aggregates<>(
        type, new StreamStore<>(type, codec, routes, commits, writer, snapshots, clock));
  }

  /** Commits stored by this process and not yet published. */
  public int pending() {
    return publisher.pending();
  }

  public MongoCommits commits() {
    return commits;
  }

  /** Lets what was accepted be stored and published, for a few seconds at most. */
  @Override
  public void close() {
    sweep.close();
    writer.close();
    publisher.close();
  }
}
