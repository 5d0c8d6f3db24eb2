package kontor.catalog.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import kontor.access.AccessPolicy;
import kontor.access.AccessTokens;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.CloudEventRecords;

/** The service's store of events, its way to the topics, its clock and who may call. */
@Singleton
final class Footing {

  private static final String SERVICE = "catalog";

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  MongoClient mongoClient(PlatformSettings settings) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(settings.mongodbUri()))
            .applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .applyToSocketSettings(s -> s.readTimeout(20, TimeUnit.SECONDS))
            .build());
  }

  void close(@Disposes MongoClient client) {
    client.close();
  }

  @Produces
  @Singleton
  MongoDatabase database(MongoClient client) {
    return client.getDatabase("kontor_" + SERVICE);
  }

  @Produces
  @Singleton
  EventStore eventStore(
      MongoDatabase database, PlatformSettings settings, MeterRegistry registry, Clock clock) {
    return new EventStore(
        database, settings.kafkaBootstrapServers(), SERVICE, settings.instance(), registry, clock);
  }

  void close(@Disposes EventStore store) {
    store.close();
  }

  @Produces
  @Singleton
  EventCodec eventCodec() {
    return EventCodec.ofTopics();
  }

  @Produces
  @Singleton
  CloudEventRecords cloudEventRecords(EventCodec codec) {
    return new CloudEventRecords(codec);
  }

  @Produces
  @Singleton
  AccessPolicy accessPolicy(PlatformSettings settings, Clock clock) {
    return new AccessPolicy(new AccessTokens.Verifier(settings.tokenPublicKey(), clock));
  }
}
