package kontor.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.GiftCardId;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of all orders and SKUs. Events of one stream come in its order, those of different
 * streams in any; each comes once. Not for several threads.
 */
public final class Ledgers {

  private final Bundles bundles = new Bundles();
  private final Map<OrderId, OrderAccount> orders = new HashMap<>();
  private final Map<Sku, StockAccount> stock = new HashMap<>();
  private final PromotionAccounts promotions = new PromotionAccounts();
  private final GiftCardAccounts giftCards = new GiftCardAccounts();
  private final Map<OrderId, Set<StockAccount>> heldBeforeKnown = new HashMap<>();

  /** Takes an event of any topic; most are of no concern here. */
  public void apply(Object event) {
    if (event instanceof OrderEvent e) {
      OrderAccount account = order(e.order());
      account.apply(e);
      if (e instanceof OrderPlaced) {
        force(account, heldBeforeKnown.remove(e.order()));
      }
    } else if (event instanceof MarketplaceOrderAwaited e) {
      OrderAccount account = order(OrderId.ofSale(e.channel(), e.account(), e.externalId()));
      account.soldBeforePaid();
      force(account, heldBeforeKnown.remove(account.id()));
    } else if (event instanceof ReservationEvent e) {
      order(e.order()).apply(e);
    } else if (event instanceof PromotionUseEvent e) {
      promotions.apply(e);
    } else if (event instanceof GiftCardEvent e) {
      giftCards.apply(e);
    } else if (event instanceof StockEvent e) {
      apply(e);
    } else if (event instanceof StockLevelChanged e) {
      stock(e.sku()).level(e);
    } else if (event instanceof ProductPublished e) {
      bundles.learn(e);
    }
  }

  private void apply(StockEvent event) {
    StockAccount account = stock(event.sku());
    account.apply(event);
    if (event instanceof StockReserved e) {
      reserved(account, order(e.order()), e);
    } else if (event instanceof StockReleased e) {
      order(e.order()).holds(e.sku().value(), account.heldFor(e.order()));
    } else if (event instanceof StockPicked e) {
      OrderAccount order = order(e.order());
      order.holds(e.sku().value(), account.heldFor(e.order()));
      order.picked(e.sku().value(), e.quantity().value());
    }
  }

  private void reserved(StockAccount account, OrderAccount order, StockReserved event) {
    order.holds(event.sku().value(), account.heldFor(event.order()));
    if (order.number() == null && !order.alreadySold()) {
      heldBeforeKnown.computeIfAbsent(event.order(), id -> new HashSet<>(2)).add(account);
    } else {
      force(order, Set.of(account));
    }
  }

  private static void force(OrderAccount order, @Nullable Set<StockAccount> articles) {
    if (order.alreadySold() && articles != null) {
      articles.forEach(StockAccount::forced);
    }
  }

  /** The order that a movement is for. */
  static Optional<OrderId> orderOf(StockEvent event) {
    if (event instanceof StockReserved e) {
      return Optional.of(e.order());
    }
    if (event instanceof StockReleased e) {
      return Optional.of(e.order());
    }
    return event instanceof StockPicked e ? Optional.of(e.order()) : Optional.empty();
  }

  private OrderAccount order(OrderId id) {
    return orders.computeIfAbsent(id, OrderAccount::new);
  }

  private StockAccount stock(Sku sku) {
    return stock.computeIfAbsent(sku, id -> new StockAccount(id.value()));
  }

  /** Orders by id; those without a number are known from other events only. */
  public Map<OrderId, OrderAccount> orders() {
    return orders;
  }

  public Map<Sku, StockAccount> stock() {
    return stock;
  }

  /** What is wrong with one order at rest. */
  public List<Violation> wrong(OrderId order) {
    OrderAccount account = orders.get(order);
    return account == null ? List.of() : wrong(account);
  }

  /** An order whose beginning is not known is not compared with another. */
  private List<Violation> wrong(OrderAccount account) {
    List<Violation> wrong = account.wrong(bundles);
    account
        .origin()
        .map(orders::get)
        .filter(origin -> origin.number() != null)
        .flatMap(account::wrong)
        .ifPresent(wrong::add);
    if (account.number() != null) {
      promotions
          .wrong(account.id(), account.promotions())
          .forEach(reason -> wrong.add(account.violation(Invariant.USES, reason)));
      account.wrong(giftCards).ifPresent(wrong::add);
    }
    return wrong;
  }

  /**
   * Uses of promotions that no order stands for, though the time for placing it is over.
   *
   * @param moment before which that time must have ended
   */
  public List<Violation> lostUses(Instant moment) {
    return promotions.lost(this::placed, moment);
  }

  private boolean placed(OrderId order) {
    OrderAccount account = orders.get(order);
    return account != null && account.number() != null;
  }

  /** What is wrong with one gift card. */
  public List<Violation> wrong(GiftCardId card) {
    return giftCards.wrong(card);
  }

  /** What is wrong with gift cards besides what their orders say, where all orders are known. */
  public List<Violation> wrongGiftCards() {
    return giftCards.wrong(this::placed);
  }

  /** What is wrong with one SKU at rest. */
  public List<Violation> wrong(Sku sku) {
    StockAccount account = stock.get(sku);
    return account == null ? List.of() : account.wrong();
  }

  /** What is wrong with all orders, at rest. */
  public List<Violation> wrongOrders() {
    List<Violation> wrong = new ArrayList<>();
    orders.values().forEach(account -> wrong.addAll(wrong(account)));
    return wrong;
  }

  /** Gives up an order, so that it takes no room. */
  void forget(OrderId order) {
    orders.remove(order);
    giftCards.forget(order);
    heldBeforeKnown.remove(order);
  }
}
