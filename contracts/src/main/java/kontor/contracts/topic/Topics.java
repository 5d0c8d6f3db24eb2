package kontor.contracts.topic;

import java.time.Duration;
import java.util.List;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.listing.ListingEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.order.OrderEvent;
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

/** All topics of the platform, with the settings that hold everywhere. */
public final class Topics {

  /** Ten years, the longest that German law wants books kept (§ 147 AO). */
  private static final Duration BOOKS = Duration.ofDays(3653);

  private static final int PARTITIONS = 8;

  public static final Topic PRODUCTS = compacted("products", ProductEvent.class, "product id");
  public static final Topic PRICES = compacted("prices", PriceEvent.class, "SKU");
  public static final Topic CHANNEL_PRICES =
      compacted("channel-prices", ChannelPriceEvent.class, "channel, account and SKU");
  public static final Topic PROMOTIONS =
      compacted("promotions", PromotionEvent.class, "promotion id");
  public static final Topic PROMOTION_USES =
      kept("promotion-uses", PromotionUseEvent.class, "promotion id");
  public static final Topic GIFT_CARDS = kept("gift-cards", GiftCardEvent.class, "gift card id");
  public static final Topic ORDERS = kept("orders", OrderEvent.class, "order id");
  public static final Topic RESERVATIONS = kept("reservations", ReservationEvent.class, "order id");
  public static final Topic STOCK = compacted("stock", StockLevelEvent.class, "SKU");
  public static final Topic STOCK_LEDGER = kept("stock-ledger", StockEvent.class, "SKU");
  public static final Topic LISTINGS = compacted("listings", ListingEvent.class, "channel and SKU");
  public static final Topic MARKETPLACE_ORDERS =
      kept("marketplace-orders", MarketplaceOrderEvent.class, "channel, account and external id");
  public static final Topic SETTLEMENTS =
      kept("settlements", SettlementEvent.class, "channel, account and settlement");
  public static final Topic SUPPLIERS = compacted("suppliers", SupplierEvent.class, "supplier");
  public static final Topic PURCHASE_ORDERS =
      kept("purchase-orders", PurchaseOrderEvent.class, "purchase order's number");

  public static final Topic INVOICES = kept("invoices", InvoiceEvent.class, "number range");

  private static final List<Topic> ALL =
      List.of(
          PRODUCTS,
          PRICES,
          CHANNEL_PRICES,
          PROMOTIONS,
          PROMOTION_USES,
          GIFT_CARDS,
          ORDERS,
          RESERVATIONS,
          STOCK,
          STOCK_LEDGER,
          LISTINGS,
          MARKETPLACE_ORDERS,
          SETTLEMENTS,
          INVOICES,
          SUPPLIERS,
          PURCHASE_ORDERS);

  private Topics() {}

  public static List<Topic> all() {
    return ALL;
  }

  private static Topic compacted(String name, Class<?> events, String key) {
    return new Topic(name, events, key, PARTITIONS, true, null);
  }

  private static Topic kept(String name, Class<?> events, String key) {
    return new Topic(name, events, key, PARTITIONS, false, BOOKS);
  }
}
