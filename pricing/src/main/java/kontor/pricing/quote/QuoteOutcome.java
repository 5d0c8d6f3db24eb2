package kontor.pricing.quote;

import java.util.List;
import kontor.contracts.Sku;

/** The answer to "what does this cart cost": a {@link Quote}, or which articles have no price. */
public sealed interface QuoteOutcome permits Quote, QuoteOutcome.NotForSale {

  /** These articles have no price for this buyer now, so the cart has none either. */
  record NotForSale(List<Sku> skus) implements QuoteOutcome {

    public NotForSale {
      skus = List.copyOf(skus);
    }
  }
}
