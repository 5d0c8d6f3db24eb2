package kontor.order.payment.adapter.stripe;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account with Stripe; without a secret key nobody is offered cards.
 *
 * @param secretKey of the account, {@code sk_…} or a restricted key for payment intents and refunds
 * @param publishableKey for the buyer's browser, {@code pk_…}
 * @param webhookSecret signs Stripe's messages, {@code whsec_…}
 * @param baseUrl where Stripe's API is, or a stand-in for it
 * @param timeToPay how long a buyer may take to enter a card
 */
@ConfigurationProperties("kontor.payment.stripe")
record StripeSettings(
    @DefaultValue("") String secretKey,
    @DefaultValue("") String publishableKey,
    @DefaultValue("") String webhookSecret,
    @DefaultValue("https://api.stripe.com") URI baseUrl,
    @DefaultValue("30m") Duration timeToPay) {}
