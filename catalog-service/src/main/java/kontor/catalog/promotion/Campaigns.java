package kontor.catalog.promotion;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import kontor.catalog.edit.Expected;
import kontor.catalog.edit.Fault;
import kontor.catalog.edit.Refused;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.eventstore.Origin;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.command.Decided;
import kontor.eventstore.command.Versioned;

/** All promotions. */
public final class Campaigns {

  private final Aggregates<Promotion, PromotionEvent> aggregates;
  private final Predicate<Sku> isOnOffer;

  /**
   * @param isOnOffer whether an article with this SKU is on offer
   */
  public Campaigns(Aggregates<Promotion, PromotionEvent> aggregates, Predicate<Sku> isOnOffer) {
    this.aggregates = aggregates;
    this.isOnOffer = isOnOffer;
  }

  /** The promotion as the store has it now. */
  public Versioned<Promotion> find(PromotionId id) {
    return aggregates.refresh(id.value());
  }

  /**
   * Lets the promotion hold in this form; repeated, it decides nothing.
   *
   * @throws Refused when a rule or the author's version stands against it
   */
  public Decided<Promotion, PromotionEvent> publish(
      PromotionPublished wanted, Expected expected, Origin origin) {
    List<Fault> faults = PromotionRules.faults(wanted, isOnOffer);
    if (!faults.isEmpty()) {
      throw Refused.faults(faults);
    }
    return change(wanted.promotion(), expected, origin, promotion -> promotion.publish(wanted));
  }

  /** Lets it apply no more. */
  public Decided<Promotion, PromotionEvent> end(PromotionId id, Expected expected, Origin origin) {
    if (find(id).version() == 0) {
      throw Refused.notFound("promotion " + id);
    }
    return change(id, expected, origin, Promotion::end);
  }

  private Decided<Promotion, PromotionEvent> change(
      PromotionId id,
      Expected expected,
      Origin origin,
      Function<Promotion, List<PromotionEvent>> decide) {
    Versioned<Promotion> before = find(id);
    expected.check(before.version());
    return aggregates.update(
        id.value(),
        origin,
        now -> {
          if (!(expected instanceof Expected.Any) && !now.equals(before.state())) {
            throw Refused.of(
                Refused.Reason.OUTDATED, "somebody changed it in this moment: look again");
          }
          return decide.apply(now);
        });
  }
}
