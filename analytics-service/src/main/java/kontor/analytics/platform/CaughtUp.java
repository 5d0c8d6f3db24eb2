package kontor.analytics.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once this instance knows all figures and takes part in counting. That the partitions change
 * hands between instances does not make it unready: it goes on answering.
 */
@Readiness
@ApplicationScoped
public class CaughtUp implements HealthCheck {

  private final Instance<Follower> followers;
  private final KafkaStreams counting;
  private volatile boolean began;

  CaughtUp(Instance<Follower> followers, KafkaStreams counting) {
    this.followers = followers;
    this.counting = counting;
  }

  @Override
  public HealthCheckResponse call() {
    KafkaStreams.State state = counting.state();
    began = began || state == KafkaStreams.State.RUNNING;
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("figures");
    answer.withData("counting", state.name());
    boolean caughtUp = true;
    for (Follower follower : followers) {
      answer.withData(follower.name(), follower.caughtUp());
      caughtUp = caughtUp && follower.caughtUp();
    }
    return answer.status(caughtUp && began && state.isRunningOrRebalancing()).build();
  }
}
