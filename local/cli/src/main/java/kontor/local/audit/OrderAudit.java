package kontor.local.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;

/** Do the totals of orders add up, is each order settled, and did no more go back than came in? */
final class OrderAudit {

  private final Map<String, List<Object>> streams;
  private final OrderBooks books;

  OrderAudit(Streams streams, OrderBooks books) {
    this.streams = streams.of("order");
    this.books = books;
  }

  List<Finding> findings() {
    List<String> totals = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    books
        .placed()
        .forEach(
            (id, placed) -> {
              totals(placed, totals);
              if (!seen.add(placed.number())) {
                numbers.add("number " + placed.number() + " of order " + id + " is taken");
              }
            });
    return List.of(
        new Finding("order totals add up", books.count(), totals),
        new Finding("order numbers are unique", books.count(), numbers),
        new Finding("every order is settled", books.count(), unsettled()),
        new Finding("no more is refunded than was paid", streams.size(), refunds()));
  }

  private static void totals(OrderPlaced order, List<String> wrong) {
    Money none = Money.zero(order.totals().grand().currency());
    Money goods = none;
    Money discount = none;
    for (OrderLine line : order.lines()) {
      Money full = line.unitPrice().times(line.quantity().value());
      goods = goods.plus(full);
      discount = discount.plus(line.discount());
      if (!line.total().equals(full.minus(line.discount()))) {
        wrong.add("order " + order.order() + " line " + line.line() + ": " + line.total());
      }
    }
    Money grand = goods.minus(discount).plus(order.totals().shipping());
    if (!goods.equals(order.totals().goods())
        || !discount.equals(order.totals().discount())
        || !grand.equals(order.totals().grand())) {
      wrong.add("order " + order.order() + ": lines give " + grand + ", not " + order.totals());
    }
  }

  private List<String> unsettled() {
    List<String> open = new ArrayList<>();
    for (Map.Entry<OrderId, String> order : books.status().entrySet()) {
      if (order.getValue().equals("PLACED")) {
        open.add("order " + order.getKey() + " is neither confirmed nor rejected");
      }
    }
    return open;
  }

  private List<String> refunds() {
    List<String> wrong = new ArrayList<>();
    streams.forEach(
        (id, events) -> {
          long paid = 0;
          for (Object event : events) {
            if (event instanceof OrderPaid e) {
              paid += e.amount().minor();
            } else if (event instanceof OrderRefunded e) {
              paid -= e.amount().minor();
            }
          }
          if (paid < 0) {
            wrong.add("order " + id + " got back more than it paid");
          }
        });
    return wrong;
  }
}
