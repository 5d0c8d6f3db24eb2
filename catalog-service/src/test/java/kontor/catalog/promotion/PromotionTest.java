package kontor.catalog.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kontor.catalog.edit.Fault;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import kontor.contracts.promotion.PromotionEvent.PromotionEnded;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What promotions may be like, and how they begin and end. */
class PromotionTest {

  private static final PromotionId ID = new PromotionId("advent");

  @Test
  void theSameAgainDecidesNothing() {
    Promotion standing = Promotion.evolve(new Promotion.Unknown(), advent("Advent", "A"));
    assertThat(standing.publish(advent("Advent", "A"))).isEmpty();
    assertThat(standing.publish(advent("Anders", "A"))).hasSize(1);
  }

  @Test
  void itEndsOnce() {
    Promotion standing = Promotion.evolve(new Promotion.Unknown(), advent("Advent", "A"));
    assertThat(standing.end()).containsExactly(new PromotionEnded(ID));
    assertThat(Promotion.evolve(standing, new PromotionEnded(ID)).end()).isEmpty();
  }

  @Test
  void namesBoundsAndArticlesAreChecked() {
    PromotionPublished broken = advent(" ", "A", "unknown");
    assertThat(PromotionRules.faults(broken, sku -> sku.value().equals("A")))
        .extracting(Fault::field)
        .containsExactly("name", "skus[1]");
  }

  @Test
  void aCustomersLimitIsNotAboveTheLimitInAll() {
    PromotionPublished standing = advent("Advent", "A");
    assertThat(PromotionRules.faults(uses(standing, 2, 3), sku -> true))
        .extracting(Fault::field)
        .containsExactly("usesPerCustomer");
    assertThat(PromotionRules.faults(uses(standing, 3, 3), sku -> true)).isEmpty();
    assertThat(PromotionRules.faults(uses(standing, null, 3), sku -> true)).isEmpty();
  }

  private static PromotionPublished uses(
      PromotionPublished like, @Nullable Integer inAll, @Nullable Integer perCustomer) {
    return new PromotionPublished(
        like.promotion(),
        like.name(),
        like.coupon(),
        like.percentOff(),
        like.amountOff(),
        like.skus(),
        like.categories(),
        like.channels(),
        like.minimum(),
        like.from(),
        like.until(),
        like.priority(),
        like.combinable(),
        inAll,
        perCustomer,
        null);
  }

  private static PromotionPublished advent(String name, String... skus) {
    return new PromotionPublished(
        ID,
        name,
        null,
        1_000,
        null,
        List.of(skus).stream().map(Sku::new).toList(),
        List.of(),
        List.of(),
        null,
        Instant.parse("2026-11-29T00:00:00Z"),
        null,
        0,
        true);
  }
}
