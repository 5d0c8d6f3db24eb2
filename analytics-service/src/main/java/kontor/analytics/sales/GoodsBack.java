package kontor.analytics.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kontor.analytics.sales.FigureKey.ArticleDay;
import kontor.analytics.sales.Outcome.Counted;
import kontor.analytics.sales.TrackedOrder.Line;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.ReturnedLine;

/** Units and revenue per article: what was sold, less what came back. */
final class GoodsBack {

  private GoodsBack() {}

  /** Units of the order that did not come back. */
  static long unitsLeft(TrackedOrder order) {
    return order.lines().stream().mapToLong(l -> l.quantity() - order.returnedOf(l.line())).sum();
  }

  /**
   * What still counts of each article.
   *
   * @param sign 1 to count it, −1 to take it back
   */
  static List<Booking> articlesLeft(TrackedOrder order, LocalDate day, int sign) {
    return order.lines().stream()
        .map(
            line ->
                article(
                    order,
                    line,
                    day,
                    part(line, order.returnedOf(line.line()), line.quantity(), sign)))
        .toList();
  }

  /** The units leave the figures now; the money of the channel does so when it is refunded. */
  static Counted returned(TrackedOrder order, OrderReturned event, LocalDate day) {
    return taken(order, event.lines(), day);
  }

  private static Counted taken(TrackedOrder order, List<ReturnedLine> units, LocalDate day) {
    TrackedOrder after = order;
    List<Booking> bookings = new ArrayList<>();
    for (ReturnedLine back : units) {
      Line line = find(order, back.line());
      int from = after.returnedOf(line.line());
      after = after.returning(line.line(), back.quantity().value());
      bookings.add(article(order, line, day, part(line, from, after.returnedOf(line.line()), -1)));
    }
    long change = unitsLeft(after) - unitsLeft(order);
    bookings.add(SalesReducer.booking(order, day, Tally.ofGoods(change, 0, 0)));
    return new Counted(after, order.sold() ? bookings : List.of());
  }

  /** Units that will not be shipped leave the figures at once, and their money with them. */
  static Counted cancelled(TrackedOrder order, LinesCancelled event, LocalDate day) {
    List<ReturnedLine> units =
        event.lines().stream()
            .map(line -> new ReturnedLine(line.line(), line.sku(), line.quantity()))
            .toList();
    Counted goods = taken(order, units, day);
    Counted money = SalesReducer.refunded(goods.order(), event.amount().minor(), day);
    List<Booking> bookings = new ArrayList<>(goods.bookings());
    bookings.addAll(money.bookings());
    return new Counted(money.order(), bookings);
  }

  private static Line find(TrackedOrder order, int number) {
    return order.lines().stream()
        .filter(line -> line.line() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("order " + order.order() + " has no line " + number));
  }

  /** The units from one count to another, and their part of the line's sum. */
  private static Tally part(Line line, int from, int to, int sign) {
    long gross = share(line, line.gross(), to) - share(line, line.gross(), from);
    long tax = share(line, line.tax(), to) - share(line, line.tax(), from);
    return Tally.ofGoods((long) sign * (to - from), sign * gross, sign * tax);
  }

  private static long share(Line line, long amount, int units) {
    return Shares.of(amount, units, line.quantity());
  }

  private static Booking article(TrackedOrder order, Line line, LocalDate day, Tally tally) {
    return new Booking(new ArticleDay(day, line.sku(), order.currency()), tally);
  }
}
