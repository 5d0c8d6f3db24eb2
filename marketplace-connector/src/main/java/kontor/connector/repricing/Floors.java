package kontor.connector.repricing;

import java.time.Clock;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.listing.Assortment;
import kontor.connector.listing.Assortment.Article;
import kontor.connector.repricing.LandedCosts.LandedCost;
import kontor.contracts.Sku;
import kontor.contracts.UnitCost;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.pricing.tax.ContainedTax;
import kontor.pricing.tax.UnknownTaxRate;

/** Works out floors from what is known of costs, fees and VAT. */
public final class Floors {

  private final LandedCosts costs;
  private final ChannelFees fees;
  private final Assortment assortment;
  private final ContainedTax taxes;
  private final Clock clock;

  public Floors(
      LandedCosts costs, ChannelFees fees, Assortment assortment, ContainedTax taxes, Clock clock) {
    this.costs = costs;
    this.fees = fees;
    this.assortment = assortment;
    this.taxes = taxes;
    this.clock = clock;
  }

  /** What the channel keeps: as it is set, else as it was. */
  public Optional<Percentage> fee(Account account, Terms terms) {
    return Optional.ofNullable(terms.fee()).or(() -> fees.learned(account));
  }

  /** The floor of an article on an account. */
  public Floor of(Account account, Sku sku, Terms terms) {
    return of(account, sku, terms, fee(account, terms));
  }

  /**
   * @param fee as {@link #fee} has it, asked once for many articles
   */
  Floor of(Account account, Sku sku, Terms terms, Optional<Percentage> fee) {
    if (fee.isEmpty()) {
      return new Floor.Unknown("Nobody knows what the channel keeps: no fee is set or settled.");
    }
    Optional<UnitCost> goods = goods(sku);
    if (goods.isEmpty()) {
      return new Floor.Unknown("Nobody knows what the goods cost.");
    }
    try {
      int vat = taxes.rate(account.country(), assortment.taxClass(sku), clock.instant());
      return Floor.of(new Floor.Basis(goods.get(), terms, fee.get(), new Percentage(vat)));
    } catch (UnknownTaxRate e) {
      return new Floor.Unknown("Nobody knows the VAT: %s.".formatted(e.getMessage()));
    }
  }

  /** Of a bundle, what its parts cost, unless it has a cost of its own. */
  private Optional<UnitCost> goods(Sku sku) {
    Optional<UnitCost> own = costs.find(sku).map(LandedCost::cost);
    return own.isPresent() ? own : assortment.find(sku).flatMap(this::parts);
  }

  private Optional<UnitCost> parts(Article article) {
    if (article.variant().components().isEmpty()) {
      return Optional.empty();
    }
    long sum = 0;
    for (BundleComponent part : article.variant().components()) {
      Optional<LandedCost> cost = costs.find(part.sku());
      if (cost.isEmpty()) {
        return Optional.empty();
      }
      long units = part.quantity().value();
      sum = Math.addExact(sum, Math.multiplyExact(cost.get().cost().value(), units));
    }
    return Optional.of(new UnitCost(sum));
  }
}
