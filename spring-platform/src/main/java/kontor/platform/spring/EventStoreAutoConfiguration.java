package kontor.platform.spring;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.CloudEventRecords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.util.backoff.FixedBackOff;

/** The service's store of events and its way to the topics. */
@AutoConfiguration
@EnableConfigurationProperties(PlatformSettings.class)
class EventStoreAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  MongoClient mongoClient(PlatformSettings settings) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(settings.mongodbUri()))
            .applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .applyToSocketSettings(s -> s.readTimeout(20, TimeUnit.SECONDS))
            .build());
  }

  @Bean
  MongoDatabase database(MongoClient client, @Value("${spring.application.name}") String service) {
    return client.getDatabase("kontor_" + service);
  }

  @Bean(destroyMethod = "close")
  EventStore eventStore(
      MongoDatabase database,
      PlatformSettings settings,
      @Value("${spring.application.name}") String service,
      MeterRegistry registry,
      Clock clock) {
    return new EventStore(
        database, settings.kafkaBootstrapServers(), service, settings.instance(), registry, clock);
  }

  @Bean
  CloudEventRecords cloudEventRecords() {
    return new CloudEventRecords(EventCodec.ofTopics());
  }

  @Bean(destroyMethod = "close")
  Inboxes inboxes(
      @Value("${spring.application.name}") String service,
      PlatformSettings settings,
      CloudEventRecords records,
      MongoDatabase database,
      MeterRegistry registry,
      Clock clock) {
    return new Inboxes(service, settings, records, database, registry, clock);
  }

  /** Hands over polls with their records as the broker gave them, null values included. */
  @Bean
  BatchMessagingMessageConverter wholePoll() {
    BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter();
    converter.setRawRecordHeader(true);
    return converter;
  }

  /**
   * An inbox throws only when store or broker are away: the poll comes again until they are back.
   */
  @Bean
  CommonErrorHandler deliverAgain() {
    DefaultErrorHandler handler =
        new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS));
    handler.setClassifications(Map.of(), true);
    handler.setRetryListeners(new LoggedRetry());
    return handler;
  }
}
