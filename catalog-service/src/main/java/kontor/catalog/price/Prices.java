package kontor.catalog.price;

import java.util.List;
import java.util.function.Predicate;
import kontor.catalog.edit.Expected;
import kontor.catalog.edit.Fault;
import kontor.catalog.edit.Refused;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.eventstore.Origin;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.command.Decided;
import kontor.eventstore.command.Versioned;

/** The prices of all articles. */
public final class Prices {

  private final Aggregates<PriceSheet, PriceEvent> aggregates;
  private final Predicate<Sku> isOnOffer;

  /**
   * @param isOnOffer whether an article with this SKU is on offer
   */
  public Prices(Aggregates<PriceSheet, PriceEvent> aggregates, Predicate<Sku> isOnOffer) {
    this.aggregates = aggregates;
    this.isOnOffer = isOnOffer;
  }

  /** The prices as the store has them now. */
  public Versioned<PriceSheet> find(Sku sku) {
    return aggregates.refresh(sku.value());
  }

  /**
   * Sets all prices of an article; repeated, it decides nothing.
   *
   * @throws Refused when a rule or the author's version stands against it
   */
  public Decided<PriceSheet, PriceEvent> set(
      Sku sku, List<Price> prices, Expected expected, Origin origin) {
    check(prices);
    if (!isOnOffer.test(sku)) {
      throw Refused.field("sku", "no article on offer has the SKU '" + sku + "'");
    }
    Versioned<PriceSheet> before = find(sku);
    expected.check(before.version());
    return aggregates.update(
        sku.value(),
        origin,
        sheet -> {
          if (!(expected instanceof Expected.Any) && !sheet.equals(before.state())) {
            throw Refused.of(
                Refused.Reason.OUTDATED, "somebody set other prices in this moment: look again");
          }
          return sheet.set(sku, prices);
        });
  }

  /** Sets the prices for everybody everywhere, as a file brings them. */
  public Decided<PriceSheet, PriceEvent> setGeneral(Sku sku, List<Price> general, Origin origin) {
    check(general);
    find(sku);
    return aggregates.update(sku.value(), origin, sheet -> sheet.setGeneral(sku, general));
  }

  /** What a rule says against these prices, nothing when they are fine. */
  public static List<Fault> faults(List<Price> prices) {
    return PriceRules.faults(prices);
  }

  private static void check(List<Price> prices) {
    List<Fault> faults = PriceRules.faults(prices);
    if (!faults.isEmpty()) {
      throw Refused.faults(faults);
    }
  }
}
