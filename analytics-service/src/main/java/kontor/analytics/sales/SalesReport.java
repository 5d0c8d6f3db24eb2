package kontor.analytics.sales;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.analytics.sales.FigureKey.ArticleDay;
import kontor.analytics.sales.FigureKey.ChannelDay;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;

/** Reads the books as a manager asks: by day and channel, in total, by article. */
public final class SalesReport {

  private static final Comparator<Row> BY_DAY_AND_CHANNEL =
      Comparator.comparing(Row::day).thenComparing(row -> row.channel().value());
  private static final Comparator<Article> TOP_FIRST =
      Comparator.comparingLong(Article::units).reversed().thenComparing(Article::sku);

  private final SalesBooks books;

  public SalesReport(SalesBooks books) {
    this.books = books;
  }

  /** One channel on one day; the counts hold for all currencies together. */
  public record Row(LocalDate day, ChannelId channel, Map<Currency, Tally> tallies) {}

  /** One article over all days asked for. */
  public record Article(Sku sku, Map<Currency, Tally> tallies) {

    public long units() {
      return tallies.values().stream().mapToLong(Tally::units).sum();
    }
  }

  /**
   * @param to inclusive
   * @param channel all channels when empty
   */
  public List<Row> byDayAndChannel(LocalDate from, LocalDate to, Optional<ChannelId> channel) {
    record Cell(LocalDate day, ChannelId channel) {}
    Map<Cell, Map<Currency, Tally>> cells = new LinkedHashMap<>();
    books.between(
        from,
        to,
        (key, tally) -> {
          if (key instanceof ChannelDay c && channel.map(c.channel()::equals).orElse(true)) {
            add(
                cells.computeIfAbsent(new Cell(c.day(), c.channel()), x -> perCurrency()),
                c,
                tally);
          }
        });
    return cells.entrySet().stream()
        .map(e -> new Row(e.getKey().day(), e.getKey().channel(), e.getValue()))
        .sorted(BY_DAY_AND_CHANNEL)
        .toList();
  }

  /** The sum of rows, per currency. */
  public static Map<Currency, Tally> total(List<Row> rows) {
    Map<Currency, Tally> sums = perCurrency();
    rows.forEach(r -> r.tallies().forEach((currency, t) -> sums.merge(currency, t, Tally::plus)));
    return sums;
  }

  /**
   * Articles by units sold, the most first.
   *
   * @param to inclusive
   */
  public List<Article> topArticles(LocalDate from, LocalDate to, int limit) {
    Map<Sku, Map<Currency, Tally>> articles = new LinkedHashMap<>();
    books.between(
        from,
        to,
        (key, tally) -> {
          if (key instanceof ArticleDay a) {
            add(articles.computeIfAbsent(a.sku(), sku -> perCurrency()), a, tally);
          }
        });
    return articles.entrySet().stream()
        .map(e -> new Article(e.getKey(), e.getValue()))
        .sorted(TOP_FIRST)
        .limit(limit)
        .toList();
  }

  private static void add(Map<Currency, Tally> sums, FigureKey key, Tally tally) {
    sums.merge(key.currency(), tally, Tally::plus);
  }

  private static Map<Currency, Tally> perCurrency() {
    return new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
  }
}
