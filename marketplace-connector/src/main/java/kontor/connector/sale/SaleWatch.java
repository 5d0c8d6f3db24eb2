package kontor.connector.sale;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kontor.connector.channel.HiddenChanges;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.sale.WatchedSales.Watched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the sales of the last month again one by one, where the marketplace does not show all
 * changes. One that is not found there has ended, if a second look later does not find it either.
 */
public final class SaleWatch {

  private static final Logger LOG = LoggerFactory.getLogger(SaleWatch.class);
  private static final Duration WATCHED = Duration.ofDays(30);

  /** A part of the time between two looks. */
  private static final int SECOND_LOOK = 24;

  private final MarketplaceChannel channel;
  private final OrderImport orders;
  private final Sales sales;
  private final SaleDecider decider;
  private final WatchedSales watched;
  private final Clock clock;

  public SaleWatch(
      MarketplaceChannel channel,
      OrderImport orders,
      Sales sales,
      SaleDecider decider,
      WatchedSales watched,
      Clock clock) {
    this.channel = channel;
    this.orders = orders;
    this.sales = sales;
    this.decider = decider;
    this.watched = watched;
    this.clock = clock;
  }

  /** Does nothing where changes show. */
  public void run() {
    if (channel instanceof HiddenChanges hidden) {
      for (Watched sale : watched.of(channel)) {
        Duration pause =
            sale.missingSince().isPresent()
                ? hidden.lookEvery().dividedBy(SECOND_LOOK)
                : hidden.lookEvery();
        if (!clock.instant().isBefore(sale.lookedAt().plus(pause))) {
          look(sale);
        }
      }
    }
  }

  private void look(Watched sale) {
    OrderPage page = channel.order(sale.externalId());
    if (page.orders().isEmpty() && page.unreadable().isEmpty()) {
      missing(sale);
      return;
    }
    orders.take(page);
    Instant now = clock.instant();
    boolean ended =
        page.orders().stream().anyMatch(o -> o.state() == ReportedOrder.State.CANCELLED);
    if (ended || sale.placedAt().plus(WATCHED).isBefore(now)) {
      watched.remove(channel, sale.externalId());
    } else {
      watched.put(channel, new Watched(sale.externalId(), sale.placedAt(), now, Optional.empty()));
    }
  }

  private void missing(Watched sale) {
    Instant now = clock.instant();
    if (sale.missingSince().isEmpty()) {
      watched.put(channel, new Watched(sale.externalId(), sale.placedAt(), now, Optional.of(now)));
      return;
    }
    LOG.info("{}: sale {} is gone", channel.account().key(), sale.externalId());
    sales.decides(channel, sale.externalId(), state -> decider.gone(state, sale.externalId(), now));
    watched.remove(channel, sale.externalId());
  }
}
