package kontor.inventory.purchasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kontor.contracts.LocationId;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Sku;
import kontor.contracts.SupplierId;
import kontor.contracts.UnitCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.LandedCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.inventory.purchasing.PurchaseOrder.Sent;
import org.jspecify.annotations.Nullable;

/**
 * An order to a supplier as people look at it.
 *
 * @param landed what it costs besides to get all of it here, in euro
 * @param expectedOn absent: nobody said
 */
public record PurchaseSummary(
    PurchaseOrderId order,
    SupplierId supplier,
    String currency,
    Status status,
    @Nullable LocalDate expectedOn,
    int overDeliveryPercent,
    List<LineStatus> lines,
    List<LandedCost> landed,
    List<GoodsReceived> receipts) {

  /** How far it has come. */
  public enum Status {
    DRAFT,
    SENT,
    PARTLY_RECEIVED,
    CLOSED,
    CANCELLED
  }

  /**
   * A line and what has arrived of it.
   *
   * @param open units that are still to come
   * @param missing units that will not come; the line is closed short
   */
  public record LineStatus(
      int line,
      Sku sku,
      LocationId location,
      int ordered,
      UnitCost unitCost,
      @Nullable Integer grams,
      int received,
      int open,
      int missing) {}

  /** Empty for an order that is not there. */
  public static Optional<PurchaseSummary> of(PurchaseOrder order) {
    return order.written().map(content -> of(content, order));
  }

  private static PurchaseSummary of(PurchaseOrderDrafted content, PurchaseOrder order) {
    LocalDate day =
        order.progress().isPresent()
            ? order.progress().get().expectedOn().orElse(null)
            : content.expectedOn();
    return new PurchaseSummary(
        content.order(),
        content.supplier(),
        content.currency(),
        status(order),
        day,
        content.overDeliveryPercent(),
        content.lines().stream().map(line -> line(line, order)).toList(),
        content.landed(),
        receipts(order));
  }

  private static Status status(PurchaseOrder order) {
    if (order instanceof PurchaseOrder.Ended ended) {
      return ended.cancelled() ? Status.CANCELLED : Status.CLOSED;
    }
    if (order instanceof Sent sent) {
      boolean untouched = sent.receipts().isEmpty() && sent.shortClosed().isEmpty();
      return untouched ? Status.SENT : Status.PARTLY_RECEIVED;
    }
    return Status.DRAFT;
  }

  private static LineStatus line(PurchaseLine line, PurchaseOrder order) {
    Optional<Sent> sent = order.progress();
    boolean ended = order instanceof PurchaseOrder.Ended;
    int open = ended ? 0 : sent.map(s -> s.open(line)).orElse(line.quantity().value());
    return new LineStatus(
        line.line(),
        line.sku(),
        line.location(),
        line.quantity().value(),
        line.unitCost(),
        line.grams(),
        sent.map(s -> s.received(line.line())).orElse(0),
        open,
        sent.map(s -> s.shortClosed().getOrDefault(line.line(), 0)).orElse(0));
  }

  private static List<GoodsReceived> receipts(PurchaseOrder order) {
    List<GoodsReceived> receipts = new ArrayList<>();
    order.progress().ifPresent(sent -> receipts.addAll(sent.receipts().values()));
    receipts.sort(
        Comparator.comparing(GoodsReceived::receivedAt).thenComparing(GoodsReceived::receipt));
    return receipts;
  }
}
