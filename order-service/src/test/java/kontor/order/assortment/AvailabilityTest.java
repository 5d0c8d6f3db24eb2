package kontor.order.assortment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.stock.BackorderLevel;
import kontor.contracts.stock.StockLevelEvent.ChannelLevel;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.order.assortment.Availability.Offer;
import org.junit.jupiter.api.Test;

/** What a line can have of what inventory last said. */
class AvailabilityTest {

  private static final Sku TEA = new Sku("TEE");
  private static final Sku CUP = new Sku("TASSE");
  private static final Sku SET = new Sku("TEE-SET");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

  private final Map<Sku, StockLevelChanged> levels = new HashMap<>();
  private final Assortment assortment = new Assortment();
  private final Availability availability =
      new Availability(assortment, sku -> Optional.ofNullable(levels.get(sku)));

  @Test
  void ofASkuThatNothingWasHeardOfNothingIsSaid() {
    assertThat(availability.of(Map.of(TEA, new Quantity(3)))).isEmpty();
  }

  @Test
  void theShopsOwnPartCountsAndNeverLessThanNone() {
    levels.put(TEA, new StockLevelChanged(TEA, 2, 7, -5));
    assertThat(sellable(Map.of(TEA, new Quantity(1)), TEA)).isZero();

    ChannelLevel shop = new ChannelLevel(ChannelId.SHOP, new Quantity(4));
    levels.put(TEA, new StockLevelChanged(TEA, 9, 0, 9, new Quantity(9), List.of(shop), null));
    assertThat(sellable(Map.of(TEA, new Quantity(1)), TEA)).isEqualTo(4);
  }

  @Test
  void whatComesLaterIsSoldWithItsDay() {
    BackorderLevel later = new BackorderLevel(new Quantity(10), null, DAY, null);
    levels.put(TEA, new StockLevelChanged(TEA, 2, 0, 2, null, null, null, later, null));

    assertThat(availability.of(Map.of(TEA, new Quantity(5))))
        .containsEntry(TEA, new Offer(new Quantity(12), new Quantity(2), DAY));
  }

  @Test
  void case15ABundleAndItsPartShareWhatIsThere() {
    bundle(new BundleComponent(TEA, new Quantity(1)));
    levels.put(TEA, new StockLevelChanged(TEA, 1, 0, 1));
    Map<Sku, Quantity> both = Map.of(SET, new Quantity(1), TEA, new Quantity(1));

    assertThat(sellable(Map.of(SET, new Quantity(1)), SET)).isEqualTo(1);
    assertThat(sellable(both, SET)).isZero();
    assertThat(sellable(both, TEA)).isZero();
  }

  @Test
  void case15TwoOfTenPartsEachMakeFiveBundles() {
    bundle(new BundleComponent(TEA, new Quantity(2)), new BundleComponent(CUP, new Quantity(1)));
    levels.put(TEA, new StockLevelChanged(TEA, 10, 0, 10));
    levels.put(CUP, new StockLevelChanged(CUP, 100, 0, 100));

    assertThat(sellable(Map.of(SET, new Quantity(10)), SET)).isEqualTo(5);
  }

  private int sellable(Map<Sku, Quantity> wanted, Sku sku) {
    return Objects.requireNonNull(availability.of(wanted).get(sku)).sellable().value();
  }

  private void bundle(BundleComponent... parts) {
    Variant variant = new Variant(SET, null, List.of(), List.of(), null, List.of(parts));
    assortment.take(
        new ProductPublished(
            new ProductId("set"), List.of(), null, List.of(), TaxClass.STANDARD, List.of(variant)));
  }
}
