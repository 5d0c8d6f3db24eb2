package kontor.platform.spring;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Says that a poll will be delivered again; nothing is tried again in silence. */
final class LoggedRetry implements RetryListener {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedRetry.class);

  @Override
  public void failedDelivery(ConsumerRecord<?, ?> failed, @Nullable Exception e, int attempt) {
    LOG.warn("{}-{} is delivered again", failed.topic(), failed.partition(), e);
  }

  @Override
  public void failedDelivery(ConsumerRecords<?, ?> failed, @Nullable Exception e, int attempt) {
    LOG.warn("{} records of {} are delivered again", failed.count(), failed.partitions(), e);
  }
}
