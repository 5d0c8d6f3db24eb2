package kontor.inventory.purchasing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLineShortClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import kontor.inventory.purchasing.PurchaseCommand.Arrived;
import kontor.inventory.purchasing.PurchaseCommand.Rate;
import kontor.inventory.purchasing.PurchaseCommand.Receive;
import kontor.inventory.purchasing.PurchaseCommand.ShortClose;
import kontor.inventory.purchasing.PurchaseOrder.Sent;

/**
 * The rules of goods that arrive: each delivery counts once, and nobody takes too much unawares.
 */
final class ReceiptDecider {

  private ReceiptDecider() {}

  static List<PurchaseOrderEvent> receive(Receive wanted, PurchaseOrder order) {
    GoodsReceived before =
        order.progress().map(p -> p.receipts().get(wanted.receipt())).orElse(null);
    if (before != null) {
      if (sameGoods(before, wanted)) {
        return List.of();
      }
      throw PurchaseRefusedException.state(
          "receipt " + wanted.receipt() + " was booked with other goods");
    }
    Sent sent = PurchaseDecider.sent(order);
    List<PurchaseLine> lines = lines(wanted, sent);
    checkOverDelivery(wanted, sent, lines);
    Rate rate = wanted.rate().orElse(sent.rate());
    GoodsReceived received =
        new GoodsReceived(
            sent.content().order(),
            wanted.receipt(),
            goods(wanted, sent, lines, rate),
            rate.perEuro(),
            rate.on(),
            wanted.at());
    List<PurchaseOrderEvent> events = new ArrayList<>(List.of(received));
    Sent now = sent.with(received);
    events.addAll(ended(now, wanted.shortClose(), wanted.at()));
    return events;
  }

  static List<PurchaseOrderEvent> shortClose(ShortClose wanted, PurchaseOrder order) {
    if (order instanceof PurchaseOrder.Ended ended && !ended.cancelled()) {
      return List.of();
    }
    return ended(PurchaseDecider.sent(order), wanted.lines(), wanted.at());
  }

  private static boolean sameGoods(GoodsReceived before, Receive wanted) {
    return before.goods().stream()
        .map(goods -> new Arrived(goods.line(), goods.location(), goods.quantity()))
        .toList()
        .equals(wanted.goods());
  }

  private static List<PurchaseLine> lines(Receive wanted, Sent sent) {
    List<PurchaseLine> lines = new ArrayList<>();
    for (Arrived arrived : wanted.goods()) {
      String field = "lines[" + lines.size() + "].line";
      PurchaseLine line =
          sent.line(arrived.line())
              .orElseThrow(
                  () ->
                      PurchaseRefusedException.rule(
                          field, "the order has no line " + arrived.line()));
      if (sent.shortClosed().containsKey(line.line())) {
        throw PurchaseRefusedException.rule(
            field, "line " + line.line() + " (" + line.sku() + ") was closed short");
      }
      lines.add(line);
    }
    return lines;
  }

  /** What a line may come to is rounded down to whole units. */
  private static void checkOverDelivery(Receive wanted, Sent sent, List<PurchaseLine> lines) {
    int percent = sent.content().overDeliveryPercent();
    for (int i = 0; i < lines.size() && !wanted.acceptOverDelivery(); i++) {
      PurchaseLine line = lines.get(i);
      long ordered = line.quantity().value();
      long most = ordered + ordered * percent / 100;
      long now = sent.received(line.line()) + arrived(wanted, line.line());
      if (now > most) {
        throw PurchaseRefusedException.rule(
            "lines[" + i + "].quantity",
            "line %d (%s) would come to %d, ordered %d, at most %d with a tolerance of %d %%"
                .formatted(line.line(), line.sku(), now, ordered, most, percent));
      }
    }
  }

  private static long arrived(Receive wanted, int line) {
    return wanted.goods().stream()
        .filter(goods -> goods.line() == line)
        .mapToLong(goods -> goods.quantity().value())
        .sum();
  }

  private static List<ReceivedGoods> goods(
      Receive wanted, Sent sent, List<PurchaseLine> lines, Rate rate) {
    List<Integer> units = wanted.goods().stream().map(goods -> goods.quantity().value()).toList();
    long[] besides = LandedShares.of(wanted.landed(), lines, units);
    LandedProgress landed = new LandedProgress(sent);
    List<ReceivedGoods> goods = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      PurchaseLine line = lines.get(i);
      Arrived arrived = wanted.goods().get(i);
      int quantity = arrived.quantity().value();
      long cents = line.unitCost().cents(quantity, rate.perEuro());
      long cost = Math.addExact(cents, besides[i] + landed.take(line, quantity));
      goods.add(
          new ReceivedGoods(
              line.line(),
              line.sku(),
              arrived.location(),
              arrived.quantity(),
              Money.ofMinor(cost, "EUR")));
    }
    return goods;
  }

  /** Closes these lines short, and the order when nothing of it is open then. */
  private static List<PurchaseOrderEvent> ended(Sent sent, Set<Integer> shortClose, Instant at) {
    List<PurchaseOrderEvent> events = new ArrayList<>();
    Sent now = sent;
    for (int number : new TreeSet<>(shortClose)) {
      PurchaseLine line =
          sent.line(number)
              .orElseThrow(
                  () ->
                      PurchaseRefusedException.rule(
                          "shortClose", "the order has no line " + number));
      int missing = now.open(line);
      if (missing > 0) {
        Money left = Money.ofMinor(new LandedProgress(now).left(line), "EUR");
        PurchaseLineShortClosed closed =
            new PurchaseLineShortClosed(
                sent.content().order(), number, line.sku(), new Quantity(missing), left);
        events.add(closed);
        now = now.with(closed);
      }
    }
    if (now.content().lines().stream().mapToInt(now::open).sum() == 0) {
      events.add(new PurchaseOrderClosed(sent.content().order(), at));
    }
    return events;
  }
}
