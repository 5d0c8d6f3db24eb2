package kontor.connector.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kontor.connector.channel.Account;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.channel.ReportedOrder.State;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequestClosed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequested;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.AfterSaleEvent.UnitsCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderLapsed;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import org.junit.jupiter.api.Test;

/**
 * A sale in the reports of a marketplace, each of which may come again, or an older one after it.
 */
class SaleLawTest {

  private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
  private static final CountryCode GERMANY = CountryCode.GERMANY;
  private static final Account ACCOUNT =
      new Account("amazon", new ChannelId("amazon-de"), "main", GERMANY, Map.of());
  private static final CustomerId BUYER = new CustomerId("b");

  private final SaleDecider decider =
      new SaleDecider(ACCOUNT, order -> Money.zero(order.total().currency()));

  @Test
  void whateverIsReportedAgainEachThingIsToldOnceAndCountsOnlyRise() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      check(told(reports(random), random), "seed " + seed + " run " + run);
    }
  }

  @Test
  void fault15ASaleThatEndsWhileItWaitsLapsesOnceAndIsNoOrder() {
    List<MarketplaceOrderEvent> told =
        tell(List.of(report(State.WAITING), report(State.CANCELLED), report(State.CANCELLED)));

    assertThat(told)
        .hasExactlyElementsOfTypes(MarketplaceOrderAwaited.class, MarketplaceOrderLapsed.class);
    Sale lapsed = told.stream().reduce(new Sale.Unknown(), Sale::evolve, (a, b) -> b);
    assertThatThrownBy(() -> decider.report(lapsed, report(State.PAID), BUYER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fault16WhatTheMarketplaceShipsIsNoOrderOfOurs() {
    ReportedOrder theirs =
        report(State.PAID, true, new Afterwards(Map.of("L1", 1), Optional.empty(), paid(300)));
    ReportedOrder waiting = report(State.WAITING, true, Afterwards.NOTHING);

    assertThat(tell(List.of(waiting, theirs, theirs)))
        .hasExactlyElementsOfTypes(FulfilledThere.class, SaleRefunded.class);
  }

  private static Optional<Money> paid(long minor) {
    return Optional.of(Money.ofMinor(minor, "EUR"));
  }

  private static List<ReportedOrder> reports(Random random) {
    List<ReportedOrder> all = new ArrayList<>();
    if (random.nextBoolean()) {
      all.add(report(State.WAITING));
    }
    Map<String, Integer> cancelled = new HashMap<>();
    long back = 0;
    for (int step = 0; step < random.nextInt(6); step++) {
      cancelled.merge("L1", random.nextInt(2), Integer::sum);
      back += random.nextInt(3) * 100L;
      Optional<Afterwards.Request> wish =
          random.nextBoolean()
              ? Optional.of(new Afterwards.Request("twice", NOW))
              : Optional.empty();
      Optional<Money> refunded = back == 0 ? Optional.empty() : paid(back);
      all.add(report(State.PAID, false, new Afterwards(cancelled, wish, refunded)));
    }
    if (random.nextInt(3) == 0) {
      all.add(report(State.CANCELLED));
    }
    return all;
  }

  /** Pages overlap: from somewhere before, all are read again. */
  private List<MarketplaceOrderEvent> told(List<ReportedOrder> reports, Random random) {
    List<ReportedOrder> read = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      read.add(reports.get(i));
      if (random.nextInt(3) == 0) {
        read.add(reports.get(i));
      }
    }
    return tell(read);
  }

  private List<MarketplaceOrderEvent> tell(List<ReportedOrder> reports) {
    Sale sale = new Sale.Unknown();
    List<MarketplaceOrderEvent> all = new ArrayList<>();
    for (ReportedOrder report : reports) {
      for (MarketplaceOrderEvent event : decider.report(sale, report, BUYER)) {
        sale = Sale.evolve(sale, event);
        all.add(event);
      }
      assertThat(decider.report(sale, report, BUYER)).as("told again").isEmpty();
    }
    return all;
  }

  private static void check(List<MarketplaceOrderEvent> told, String where) {
    assertThat(count(told, MarketplaceOrderAwaited.class)).as(where).isLessThanOrEqualTo(1);
    assertThat(count(told, MarketplaceOrderReceived.class)).as(where).isLessThanOrEqualTo(1);
    assertThat(
            count(told, MarketplaceOrderLapsed.class)
                + count(told, MarketplaceOrderCancelled.class))
        .as(where)
        .isLessThanOrEqualTo(1);
    long wishes = count(told, CancellationRequested.class);
    assertThat(wishes - count(told, CancellationRequestClosed.class)).as(where).isBetween(0L, 1L);
    List<Long> refunds = new ArrayList<>();
    List<Integer> cancelled = new ArrayList<>();
    for (MarketplaceOrderEvent event : told) {
      if (event instanceof SaleRefunded e) {
        refunds.add(e.total().minor());
      } else if (event instanceof UnitsCancelled e) {
        cancelled.add(e.lines().get(0).quantity().value());
      }
    }
    assertThat(refunds).as(where).doesNotHaveDuplicates().isSorted();
    assertThat(cancelled).as(where).doesNotHaveDuplicates().isSorted();
  }

  private static long count(List<MarketplaceOrderEvent> told, Class<?> type) {
    return told.stream().filter(type::isInstance).count();
  }

  private static ReportedOrder report(State state) {
    return report(state, false, Afterwards.NOTHING);
  }

  private static ReportedOrder report(State state, boolean theirs, Afterwards afterwards) {
    Money none = Money.of("0.00", "EUR");
    MarketplaceLine line =
        new MarketplaceLine("L1", new Sku("TEE"), "Tee", new Quantity(9), Money.of("9.00", "EUR"));
    return new ReportedOrder(
        "303-1",
        state,
        NOW,
        NOW,
        GERMANY,
        List.of(line),
        none,
        Money.of("9.00", "EUR"),
        new Buyer("u", "", "", "", "", "", ""),
        theirs,
        afterwards);
  }
}
