package kontor.sandbox.amazon.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.state.Table;

/** All orders, and what buyers, sellers and Amazon do with them. */
public final class Orders {

  /** How long Amazon's list of orders is behind (the upper end of a window, model of orders). */
  public static final Duration LAG = Duration.ofMinutes(2);

  private final Table<AmazonOrder> orders;
  private final Listings listings;
  private final Surroundings around;
  private final Notices notices;

  public Orders(Listings listings, Surroundings around, Notices notices) {
    this.orders = around.store().table("amazon-orders", AmazonOrder.class);
    this.listings = listings;
    this.around = around;
    this.notices = notices;
  }

  /** The order of this id. */
  public Optional<AmazonOrder> find(String orderId) {
    return orders.get(orderId);
  }

  /** A seller's orders, oldest first. */
  public List<AmazonOrder> of(String sellerId) {
    return orders.all().stream().filter(order -> order.sellerId().equals(sellerId)).toList();
  }

  /** The newest moment that the list of orders shows. */
  Instant shown() {
    return around.now().minus(around.scale().shorten(LAG));
  }

  /** Keeps an order and tells the seller of its change. */
  AmazonOrder keep(AmazonOrder order, String change, String why) {
    orders.put(order.orderId(), order);
    notices.announce(
        order.sellerId(), "ORDER_CHANGE", OrderNotice.of(order, change, why), order.updated());
    return order;
  }

  private AmazonOrder keep(AmazonOrder order) {
    return keep(order, "OrderStatusChange", "Order Status Change");
  }

  /** The buyer's payment is authorised; empty if the order does not wait for it. */
  public Optional<AmazonOrder> pay(AmazonOrder order) {
    return order.paid() || order.cancelled()
        ? Optional.empty()
        : Optional.of(keep(order.payment(around.now())));
  }

  /** The buyer asks to cancel; empty if there is nothing left to cancel. */
  public Optional<AmazonOrder> request(AmazonOrder order, String reason) {
    if (!order.parcels().isEmpty() || order.cancelled()) {
      return Optional.empty();
    }
    AmazonOrder changed = order;
    for (Line line : order.lines()) {
      changed = changed.line(line.request(reason), around.now());
    }
    return Optional.of(keep(changed, "BuyerRequestedChange", "Buyer Requested Cancel"));
  }

  /**
   * Cancels units of a line; empty if so many are not open. Units in Amazon's warehouses are
   * offered again, others are the seller's to offer.
   */
  public Optional<AmazonOrder> cancel(
      AmazonOrder order, String itemId, int units, String by, String reason) {
    Optional<Line> line = order.line(itemId);
    if (line.isEmpty() || units > line.get().open() - order.shippedOf(itemId) || units < 1) {
      return Optional.empty();
    }
    if (order.byAmazon()) {
      String sku = line.get().sku();
      listings.store(order.sellerId(), sku, listings.stored(order.sellerId(), sku) + units);
    }
    return Optional.of(keep(order.line(line.get().cancel(units, by, reason), around.now())));
  }

  /** Cancels all that is not shipped; empty if that is nothing. */
  public Optional<AmazonOrder> cancelAll(AmazonOrder order, String by, String reason) {
    Optional<AmazonOrder> changed = Optional.empty();
    for (Line line : order.lines()) {
      AmazonOrder now = changed.orElse(order);
      int open = line.open() - now.shippedOf(line.orderItemId());
      changed = cancel(now, line.orderItemId(), open, by, reason).or(() -> Optional.of(now));
    }
    return changed.filter(after -> !after.equals(order));
  }

  /** Amazon ships an order of its own; empty if it is not one that waits for that. */
  public Optional<AmazonOrder> shipByAmazon(AmazonOrder order) {
    if (!order.byAmazon() || !order.status().equals("UNSHIPPED")) {
      return Optional.empty();
    }
    List<AmazonOrder.Part> parts =
        order.lines().stream()
            .filter(line -> line.open() > 0)
            .map(line -> new AmazonOrder.Part(line.orderItemId(), line.open()))
            .toList();
    Instant now = around.now();
    return Optional.of(
        keep(order.parcel(new AmazonOrder.Parcel("1", "Amazon", "", now, now, parts), now)));
  }

  /** The buyer wants to send units back; empty if so many were not shipped. */
  public Optional<AmazonOrder> sendBack(
      AmazonOrder order, String itemId, int units, String reason, String resolution) {
    Optional<Line> line = order.line(itemId);
    int before =
        line.map(l -> l.returns().stream().mapToInt(Line.ReturnRequest::quantity).sum()).orElse(0);
    if (line.isEmpty() || units + before > order.shippedOf(itemId)) {
      return Optional.empty();
    }
    String rma = "D" + (1_000_000 + around.store().next("amazon-return")) + "RRMA";
    Line.ReturnRequest back = new Line.ReturnRequest(rma, around.now(), units, reason, resolution);
    AmazonOrder changed = order.line(line.get().send(back), order.updated());
    orders.put(order.orderId(), changed); // a return does not touch the order's time
    return Optional.of(changed);
  }

  /** Pays money back; empty if it is more than was paid or nothing was shipped. */
  public Optional<AmazonOrder> refund(AmazonOrder order, String itemId, Line.Refund refund) {
    Optional<Line> line = order.line(itemId);
    if (line.isEmpty() || order.shippedOf(itemId) == 0 || tooMuch(line.get(), refund)) {
      return Optional.empty();
    }
    AmazonOrder changed = order.line(line.get().refund(refund), order.updated());
    orders.put(order.orderId(), changed);
    return Optional.of(changed);
  }

  private static boolean tooMuch(Line line, Line.Refund refund) {
    BigDecimal price = line.refunded().plus(refund.price()).number();
    BigDecimal shipping = line.refundedShipping().plus(refund.shipping()).number();
    return price.compareTo(line.principal().number()) > 0
        || shipping.compareTo(line.shipping().number()) > 0
        || refund.price().number().add(refund.shipping().number()).signum() <= 0;
  }
}
