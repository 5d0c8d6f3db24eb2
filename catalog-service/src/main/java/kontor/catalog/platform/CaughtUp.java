package kontor.catalog.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.stock.StockLevelEvent;
import kontor.eventstore.kafka.StateView;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the views and the index have read what was there when the service started. */
@Readiness
@ApplicationScoped
public class CaughtUp implements HealthCheck {

  /** Something that follows a topic on its own. */
  public interface Follower {
    boolean caughtUp();
  }

  private final StateView<PriceEvent> prices;
  private final StateView<PromotionEvent> promotions;
  private final StateView<StockLevelEvent> stock;
  private final Instance<Follower> followers;

  CaughtUp(
      StateView<PriceEvent> prices,
      StateView<PromotionEvent> promotions,
      StateView<StockLevelEvent> stock,
      Instance<Follower> followers) {
    this.prices = prices;
    this.promotions = promotions;
    this.stock = stock;
    this.followers = followers;
  }

  @Override
  public HealthCheckResponse call() {
    boolean index = followers.stream().allMatch(Follower::caughtUp);
    return HealthCheckResponse.named("views")
        .withData("prices", prices.caughtUp())
        .withData("promotions", promotions.caughtUp())
        .withData("stock", stock.caughtUp())
        .withData("index", index)
        .status(index && prices.caughtUp() && promotions.caughtUp() && stock.caughtUp())
        .build();
  }
}
