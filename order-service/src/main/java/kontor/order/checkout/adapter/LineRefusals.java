package kontor.order.checkout.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.cart.CartCheck.Finding;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.LineNotice;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why lines of a cart cannot be ordered as they stand; counts them. */
@Component
class LineRefusals {

  private final MeterRegistry registry;

  LineRefusals(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * One line and one thing that is wrong with it.
   *
   * @param available how many can be had now; absent: inventory was not heard
   * @param oldPrice of one unit, as last shown; absent: the price is not the matter
   */
  record Refusal(
      Sku sku,
      Quantity wanted,
      @Nullable Quantity available,
      LineNotice.Code problem,
      LineNotice.Text text,
      @Nullable Money oldPrice,
      @Nullable Money newPrice) {}

  /**
   * @param quoteHash what the buyer agreed to; when it is still right, he has seen the prices
   * @throws BadRequestException a conflict that names the lines
   */
  void check(List<Finding> findings, @Nullable String quoteHash, Priced priced) {
    boolean changed =
        quoteHash != null && priced.quote().filter(q -> q.hash().equals(quoteHash)).isEmpty();
    List<Refusal> refusals = new ArrayList<>();
    for (Finding finding : findings) {
      for (LineNotice notice : finding.notices()) {
        boolean price = notice.code() == LineNotice.Code.PRICE_CHANGED;
        if (notice.blocks() || (price && (changed || (quoteHash == null && notice.dearer())))) {
          refusals.add(refusal(finding, notice));
        }
      }
    }
    if (!refusals.isEmpty()) {
      refusals.forEach(this::count);
      throw BadRequestException.conflict(detail(refusals), Map.of("lines", refusals));
    }
  }

  private void count(Refusal refusal) {
    Counter.builder("kontor.checkout.refused")
        .description("Lines that a checkout was refused for, by what was wrong with them")
        .baseUnit("lines")
        .tag("problem", refusal.problem().name())
        .register(registry)
        .increment();
  }

  private static Refusal refusal(Finding finding, LineNotice notice) {
    return new Refusal(
        finding.sku(),
        finding.wanted(),
        finding.available(),
        notice.code(),
        notice.text(),
        notice.oldPrice(),
        notice.newPrice());
  }

  private static String detail(List<Refusal> refusals) {
    return refusals.size() == 1
        ? "a line cannot be ordered as it stands: " + refusals.get(0).problem()
        : refusals.size() + " lines cannot be ordered as they stand";
  }
}
