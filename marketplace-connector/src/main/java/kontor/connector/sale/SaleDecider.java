package kontor.connector.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kontor.connector.channel.Account;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.State;
import kontor.connector.sale.Sale.Cancelled;
import kontor.connector.sale.Sale.Lapsed;
import kontor.connector.sale.Sale.Open;
import kontor.connector.sale.Sale.Theirs;
import kontor.connector.sale.Sale.Unknown;
import kontor.connector.sale.Sale.Waiting;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderLapsed;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import kontor.contracts.marketplace.MarketplaceOrderEvent.SoldUnits;

/** The rules of a sale on a marketplace: it is taken over once, however often it is reported. */
public final class SaleDecider {

  private final Account account;
  private final Function<ReportedOrder, Money> vat;

  /**
   * @param vat what of a sale's total is VAT
   */
  public SaleDecider(Account account, Function<ReportedOrder, Money> vat) {
    this.account = account;
    this.vat = vat;
  }

  /**
   * A sale that was cancelled before we heard of it is none. One that is cancelled keeps what was
   * said of it before.
   *
   * @throws IllegalArgumentException if it is paid though it ended: a person has to look
   */
  public List<MarketplaceOrderEvent> report(Sale sale, ReportedOrder reported, CustomerId buyer) {
    if (sale instanceof Lapsed && reported.state() == State.PAID) {
      throw new IllegalArgumentException("it is paid, though it had ended without its money");
    }
    List<MarketplaceOrderEvent> decided = new ArrayList<>(state(sale, reported, buyer));
    Sale now = sale;
    for (MarketplaceOrderEvent event : decided) {
      now = Sale.evolve(now, event);
    }
    decided.addAll(AfterSaleDecider.report(now, account, reported));
    return decided;
  }

  private List<MarketplaceOrderEvent> state(Sale sale, ReportedOrder reported, CustomerId buyer) {
    boolean open = sale instanceof Unknown || sale instanceof Waiting;
    return switch (reported.state()) {
      case WAITING ->
          sale instanceof Unknown && !reported.fulfilledThere()
              ? List.of(awaited(reported))
              : List.of();
      case PAID -> open ? List.of(paid(reported, buyer)) : List.of();
      case CANCELLED -> ended(sale, reported.externalId(), reported.changed());
    };
  }

  /** The marketplace does not know it any more. */
  List<MarketplaceOrderEvent> gone(Sale sale, String externalId, Instant now) {
    return ended(sale, externalId, now);
  }

  /** What is shipped of it stays as it is. */
  private List<MarketplaceOrderEvent> ended(Sale sale, String externalId, Instant at) {
    if (sale instanceof Waiting) {
      return List.of(new MarketplaceOrderLapsed(account.channel(), account.name(), externalId, at));
    }
    boolean ours = sale instanceof Open && sale.told().fulfilments().isEmpty();
    return ours || sale instanceof Theirs
        ? List.of(new MarketplaceOrderCancelled(account.channel(), account.name(), externalId, at))
        : List.of();
  }

  private MarketplaceOrderEvent awaited(ReportedOrder reported) {
    return new MarketplaceOrderAwaited(
        account.channel(),
        account.name(),
        reported.externalId(),
        reported.country(),
        reported.lines().stream()
            .map(line -> new SoldUnits(line.externalLineId(), line.sku(), line.quantity()))
            .toList(),
        reported.placedAt());
  }

  private MarketplaceOrderEvent paid(ReportedOrder reported, CustomerId buyer) {
    if (reported.fulfilledThere()) {
      return new FulfilledThere(
          account.channel(),
          account.name(),
          reported.externalId(),
          reported.country(),
          reported.lines(),
          reported.shipping(),
          reported.total(),
          vat.apply(reported),
          reported.placedAt());
    }
    return new MarketplaceOrderReceived(
        account.channel(),
        account.name(),
        reported.externalId(),
        buyer,
        reported.country(),
        reported.lines(),
        reported.shipping(),
        reported.total(),
        reported.placedAt());
  }

  /** The marketplace knows of a parcel; each counts once. */
  public static List<MarketplaceOrderEvent> shipmentConfirmed(
      Sale sale, OrderId order, String fulfilmentId) {
    return sale.told().fulfilments().contains(fulfilmentId) || sale instanceof Cancelled
        ? List.of()
        : Sale.received(sale)
            .<List<MarketplaceOrderEvent>>map(
                received ->
                    List.of(
                        new ShipmentConfirmed(
                            received.channel(),
                            received.account(),
                            received.externalId(),
                            order,
                            fulfilmentId)))
            .orElse(List.of());
  }
}
