package kontor.sandbox.amazon.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.sandbox.amazon.listing.Listing;
import kontor.sandbox.amazon.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * Units of one SKU in an order. Prices include VAT where the marketplace's do.
 *
 * @param shipping for the whole line
 * @param cancelled how many units are cancelled
 * @param refunds what was paid back
 * @param returns what the buyer wants to send back
 */
public record Line(
    String orderItemId,
    String sku,
    String asin,
    String title,
    Money unitPrice,
    int quantity,
    Money shipping,
    int cancelled,
    @Nullable String requestReason,
    @Nullable String cancelledBy,
    @Nullable String cancelReason,
    List<Refund> refunds,
    List<ReturnRequest> returns) {

  public Line {
    refunds = List.copyOf(refunds);
    returns = List.copyOf(returns);
  }

  /** Money that went back to the buyer. */
  public record Refund(String refundId, Instant at, Money price, Money shipping, String reason) {}

  /** A return that the buyer asked for. */
  public record ReturnRequest(
      String rmaId, Instant requested, int quantity, String reason, String resolution) {}

  static Line of(Listing listing, String itemId, int quantity, Money unitPrice, Money shipping) {
    return new Line(
        itemId,
        listing.sku(),
        listing.asin(),
        listing.title(),
        unitPrice,
        quantity,
        shipping,
        0,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  /** Units that are not cancelled. */
  public int open() {
    return quantity - cancelled;
  }

  /** Units that are not cancelled, at their price. */
  public Money principal() {
    return unitPrice.times(open());
  }

  /** Price and shipping of what is not cancelled. */
  public Money total() {
    return open() == 0 ? shipping.times(0) : principal().plus(shipping);
  }

  /** What was paid back of the price. */
  public Money refunded() {
    return refunds.stream().map(Refund::price).reduce(shipping.times(0), Money::plus);
  }

  /** What was paid back of the shipping. */
  public Money refundedShipping() {
    return refunds.stream().map(Refund::shipping).reduce(shipping.times(0), Money::plus);
  }

  Line request(String reason) {
    return with(cancelled, reason, cancelledBy, cancelReason, refunds, returns);
  }

  Line cancel(int units, String by, String reason) {
    return with(cancelled + units, requestReason, by, reason, refunds, returns);
  }

  Line refund(Refund refund) {
    List<Refund> more = new ArrayList<>(refunds);
    more.add(refund);
    return with(cancelled, requestReason, cancelledBy, cancelReason, more, returns);
  }

  Line send(ReturnRequest back) {
    List<ReturnRequest> more = new ArrayList<>(returns);
    more.add(back);
    return with(cancelled, requestReason, cancelledBy, cancelReason, refunds, more);
  }

  private Line with(
      int nowCancelled,
      @Nullable String request,
      @Nullable String by,
      @Nullable String reason,
      List<Refund> nowRefunds,
      List<ReturnRequest> nowReturns) {
    return new Line(
        orderItemId,
        sku,
        asin,
        title,
        unitPrice,
        quantity,
        shipping,
        nowCancelled,
        request,
        by,
        reason,
        nowRefunds,
        nowReturns);
  }
}
