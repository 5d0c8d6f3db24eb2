package kontor.analytics.platform;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import kontor.access.AccessPolicy;
import kontor.access.AccessTokens;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's plain parts, its clock, and who may call. */
@Singleton
final class Footing {

  private static final Logger LOG = LoggerFactory.getLogger(Footing.class);

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  CloudEventRecords cloudEventRecords() {
    return new CloudEventRecords(EventCodec.ofTopics());
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(Broker broker, Clock clock) {
    return new DeadLetters(Broker.GROUP, broker.producer("dead-letters"), clock);
  }

  void close(@Disposes DeadLetters letters) {
    letters.close();
  }

  @Produces
  @Singleton
  AccessPolicy accessPolicy(AnalyticsSettings settings, Clock clock) {
    return new AccessPolicy(new AccessTokens.Verifier(settings.tokenPublicKey(), clock));
  }

  /** The broker may be away for a while; the counting goes on where it stood. */
  @Produces
  @Singleton
  StreamsUncaughtExceptionHandler countingGoesOn() {
    return failure -> {
      LOG.error("counting stopped and starts again", failure);
      return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
    };
  }
}
