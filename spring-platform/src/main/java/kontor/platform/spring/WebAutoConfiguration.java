package kontor.platform.spring;

import java.time.Clock;
import kontor.access.AccessPolicy;
import kontor.access.AccessTokens;
import kontor.access.web.ServletAccessFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The service's edge: who may call, how failures look, whether it is ready. */
@AutoConfiguration
class WebAutoConfiguration {

  @Bean
  FilterRegistrationBean<ServletAccessFilter> accessFilter(PlatformSettings settings, Clock clock) {
    AccessTokens.Verifier verifier = new AccessTokens.Verifier(settings.tokenPublicKey(), clock);
    var filter = new FilterRegistrationBean<>(new ServletAccessFilter(new AccessPolicy(verifier)));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  @Bean
  ProblemAdvice problemAdvice() {
    return new ProblemAdvice();
  }

  @Bean
  HealthIndicator views(Inboxes inboxes) {
    return () ->
        inboxes.caughtUp()
            ? Health.up().build()
            : Health.outOfService().withDetail("views", "still reading their topics").build();
  }

  /** A consumer that has ended would otherwise go unnoticed: nothing comes, nothing fails. */
  @Bean
  HealthIndicator consumers(BindingsLifecycleController bindings) {
    return () -> {
      boolean running =
          bindings.queryStates().stream().allMatch(state -> "running".equals(state.get("state")));
      return running ? Health.up().build() : Health.down().build();
    };
  }
}
