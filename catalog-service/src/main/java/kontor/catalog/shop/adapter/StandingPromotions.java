package kontor.catalog.shop.adapter;

import jakarta.inject.Singleton;
import kontor.contracts.promotion.PromotionEvent;
import kontor.eventstore.kafka.StateView;
import kontor.pricing.promotion.PromotionBook;

/** The promotions that stand, put together again only when one has changed. */
@Singleton
final class StandingPromotions {

  private final StateView<PromotionEvent> view;
  private volatile PromotionBook book = PromotionBook.EMPTY;

  StandingPromotions(StateView<PromotionEvent> view) {
    this.view = view;
    view.onChange(event -> renew());
    renew();
  }

  PromotionBook book() {
    return book;
  }

  /** From a read of the whole view, so that no change before this one is left out. */
  private synchronized void renew() {
    book = PromotionBook.of(view.all());
  }
}
