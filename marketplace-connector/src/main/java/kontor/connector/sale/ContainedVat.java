package kontor.connector.sale;

import java.time.Instant;
import java.util.function.Function;
import kontor.connector.channel.ReportedOrder;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.pricing.tax.ContainedTax;

/** What of a sale's total is VAT; shipping is taxed as most goods are. */
public final class ContainedVat implements Function<ReportedOrder, Money> {

  private final ContainedTax taxes;
  private final Function<Sku, TaxClass> classes;

  public ContainedVat(ContainedTax taxes, Function<Sku, TaxClass> classes) {
    this.taxes = taxes;
    this.classes = classes;
  }

  @Override
  public Money apply(ReportedOrder sale) {
    CountryCode country = sale.country();
    Instant at = sale.placedAt();
    Money tax = taxes.contained(sale.shipping(), country, TaxClass.STANDARD, at);
    for (MarketplaceLine line : sale.lines()) {
      tax = tax.plus(taxes.contained(line.total(), country, classes.apply(line.sku()), at));
    }
    return tax;
  }
}
