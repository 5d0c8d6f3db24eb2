package kontor.order.payment.adapter.stripe;

import com.mongodb.client.MongoDatabase;
import com.stripe.StripeClient;
import java.time.Clock;
import kontor.order.payment.PaymentReferences;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Cards are offered where there is an account with Stripe. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeSettings.class)
@ConditionalOnExpression("!'${kontor.payment.stripe.secret-key:}'.isBlank()")
class StripeConfiguration {

  private static final int CONNECT_MS = 5_000;
  private static final int ANSWER_MS = 20_000;
  private static final int RETRIES = 2;

  @Bean
  StripePayments stripePayments(
      MongoDatabase database, PaymentReferences references, StripeSettings settings) {
    StripeClient client =
        StripeClient.builder()
            .setApiKey(settings.secretKey())
            .setApiBase(settings.baseUrl().toString())
            .setConnectTimeout(CONNECT_MS)
            .setReadTimeout(ANSWER_MS)
            .setMaxNetworkRetries(RETRIES)
            .build();
    return new StripePayments(client, new StripeBooks(database), references, settings);
  }

  @Bean
  StripeMessages stripeMessages(StripeSettings settings, JsonMapper json, Clock clock) {
    if (settings.webhookSecret().isBlank()) {
      throw new IllegalArgumentException(
          "kontor.payment.stripe.webhook-secret is missing: without it no payment is ever heard of");
    }
    return new StripeMessages(settings.webhookSecret(), json, clock);
  }
}
