package kontor.connector.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.State;
import kontor.connector.channel.ReturnReports;
import kontor.connector.channel.ReturnReports.ReportedReturn;
import kontor.connector.sale.Sale.Cancelled;
import kontor.connector.sale.Sale.Open;
import kontor.connector.sale.Sale.Theirs;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationConfirmed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequestClosed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequested;
import kontor.contracts.marketplace.AfterSaleEvent.RefundConfirmed;
import kontor.contracts.marketplace.AfterSaleEvent.ReturnReported;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.AfterSaleEvent.UnitsCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.SoldUnits;

/** What becomes of a sale after it was paid. What was told before, or less, decides nothing. */
final class AfterSaleDecider {

  private AfterSaleDecider() {}

  static List<MarketplaceOrderEvent> report(Sale sale, Account account, ReportedOrder reported) {
    List<MarketplaceOrderEvent> decided = new ArrayList<>();
    if (sale instanceof Open open && reported.state() == State.PAID) {
      List<SoldUnits> cancelled = cancelled(open, reported.afterwards().cancelledUnits());
      if (!cancelled.isEmpty()) {
        decided.add(
            new UnitsCancelled(
                account.channel(),
                account.name(),
                reported.externalId(),
                cancelled,
                reported.changed()));
      }
      wish(open, account, reported).ifPresent(decided::add);
    }
    boolean paid = sale instanceof Open || sale instanceof Theirs || sale instanceof Cancelled;
    reported
        .afterwards()
        .refunded()
        .filter(total -> paid && more(total, sale.told().refunded()))
        .ifPresent(
            total ->
                decided.add(
                    new SaleRefunded(
                        account.channel(),
                        account.name(),
                        reported.externalId(),
                        total,
                        reported.changed())));
    return decided;
  }

  private static boolean more(Money total, Optional<Money> before) {
    return total.compareTo(before.orElse(Money.zero(total.currency()))) > 0;
  }

  /** All lines as they stand now, if one of them has more than before. */
  private static List<SoldUnits> cancelled(Open sale, Map<String, Integer> there) {
    Map<String, Integer> before = sale.told().cancelled();
    List<SoldUnits> all = new ArrayList<>();
    boolean more = false;
    for (MarketplaceLine line : sale.received().lines()) {
      int known = before.getOrDefault(line.externalLineId(), 0);
      int now = Math.max(known, there.getOrDefault(line.externalLineId(), 0));
      more |= now > known;
      if (now > 0) {
        all.add(new SoldUnits(line.externalLineId(), line.sku(), new Quantity(now)));
      }
    }
    return more ? all : List.of();
  }

  private static Optional<MarketplaceOrderEvent> wish(
      Open sale, Account account, ReportedOrder reported) {

    if (sale.told().wish()) {
      return reported.afterwards().request().isPresent()
          ? Optional.empty()
          : Optional.of(
              new CancellationRequestClosed(
                  account.channel(), account.name(), reported.externalId(), reported.changed()));
    }
    return reported
        .afterwards()
        .request()
        .map(
            wish ->
                new CancellationRequested(
                    account.channel(),
                    account.name(),
                    reported.externalId(),
                    wish.reason(),
                    wish.at()));
  }

  /**
   * Each return counts once.
   *
   * @throws IllegalArgumentException if it names lines that the sale does not have
   */
  static List<MarketplaceOrderEvent> returned(Sale sale, ReportedReturn back) {
    MarketplaceOrderReceived received =
        Sale.received(sale)
            .orElseThrow(() -> new IllegalArgumentException("there is no such order here"));
    if (sale.told().returns().contains(back.returnId())) {
      return List.of();
    }
    return List.of(
        new ReturnReported(
            received.channel(),
            received.account(),
            received.externalId(),
            back.returnId(),
            back.lines().stream().map(line -> units(received, line)).toList(),
            back.reason(),
            back.openedAt()));
  }

  private static SoldUnits units(MarketplaceOrderReceived sale, ReturnReports.Line line) {
    return sale.lines().stream()
        .filter(sold -> sold.externalLineId().equals(line.externalLineId()))
        .findFirst()
        .map(sold -> new SoldUnits(sold.externalLineId(), sold.sku(), line.quantity()))
        .orElseThrow(
            () -> new IllegalArgumentException("the sale has no line " + line.externalLineId()));
  }

  /** The marketplace has ended what was cancelled here. */
  static List<MarketplaceOrderEvent> cancellationConfirmed(Sale sale, OrderId order, String name) {
    return unconfirmed(sale, Told.cancellation(name))
        .<List<MarketplaceOrderEvent>>map(
            received ->
                List.of(
                    new CancellationConfirmed(
                        received.channel(),
                        received.account(),
                        received.externalId(),
                        order,
                        name)))
        .orElse(List.of());
  }

  /** The marketplace has paid back what was decided here. */
  static List<MarketplaceOrderEvent> refundConfirmed(Sale sale, OrderId order, String name) {
    return unconfirmed(sale, Told.refund(name))
        .<List<MarketplaceOrderEvent>>map(
            received ->
                List.of(
                    new RefundConfirmed(
                        received.channel(),
                        received.account(),
                        received.externalId(),
                        order,
                        name)))
        .orElse(List.of());
  }

  private static Optional<MarketplaceOrderReceived> unconfirmed(Sale sale, String name) {
    return Sale.received(sale).filter(received -> !sale.told().confirmed().contains(name));
  }
}
