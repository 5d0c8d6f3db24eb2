package kontor.analytics.live;

import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.listing.ListingEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.price.ChannelPriceEvent;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.SupplierEvent;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockLevelEvent;

/** Says in plain words what an event means. Each event of each topic has one rule. */
public final class Narrator {

  private final OrderNumbers numbers = new OrderNumbers();
  private final OrderSentences orders;
  private final InvoiceSentences invoices;
  private final ReservationSentences reservations;
  private final StockSentences stock;
  private final MarketplaceSentences marketplaces;
  private final GiftCardSentences giftCards;
  private final SettlementSentences settlements;

  /**
   * @param homeCountry ISO 3166-1; a marketplace there is named without its country
   */
  public Narrator(String homeCountry) {
    Words words = new Words(numbers, homeCountry);
    orders = new OrderSentences(words);
    invoices = new InvoiceSentences(words);
    reservations = new ReservationSentences(words);
    stock = new StockSentences(words);
    marketplaces = new MarketplaceSentences(words);
    giftCards = new GiftCardSentences(words);
    settlements = new SettlementSentences(words);
  }

  /** Remembers what people call the order, for what is told of it later. */
  public void learn(OrderPlaced placed) {
    numbers.learn(placed.order(), placed.number());
  }

  public Sentence tell(Object event) {
    if (event instanceof OrderEvent e) {
      return orders.tell(e);
    }
    if (event instanceof InvoiceEvent e) {
      return invoices.tell(e);
    }
    if (event instanceof ReservationEvent e) {
      return reservations.tell(e);
    }
    if (event instanceof StockEvent e) {
      return stock.tell(e);
    }
    if (event instanceof StockLevelEvent e) {
      return stock.tell(e);
    }
    if (event instanceof ListingEvent e) {
      return marketplaces.tell(e);
    }
    if (event instanceof MarketplaceOrderEvent e) {
      return marketplaces.tell(e);
    }
    if (event instanceof ChannelPriceEvent e) {
      return marketplaces.tell(e);
    }
    if (event instanceof ProductEvent e) {
      return AssortmentSentences.tell(e);
    }
    if (event instanceof PriceEvent e) {
      return AssortmentSentences.tell(e);
    }
    if (event instanceof PromotionEvent e) {
      return AssortmentSentences.tell(e);
    }
    if (event instanceof PromotionUseEvent e) {
      return orders.tell(e);
    }
    if (event instanceof GiftCardEvent e) {
      return giftCards.tell(e);
    }
    if (event instanceof SettlementEvent e) {
      return settlements.tell(e);
    }
    if (event instanceof SupplierEvent e) {
      return PurchasingSentences.tell(e);
    }
    if (event instanceof PurchaseOrderEvent e) {
      return PurchasingSentences.tell(e);
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }
}
