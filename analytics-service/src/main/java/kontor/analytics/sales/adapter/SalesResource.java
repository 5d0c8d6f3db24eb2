package kontor.analytics.sales.adapter;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import kontor.analytics.platform.AnalyticsSettings;
import kontor.analytics.platform.Query;
import kontor.analytics.sales.SalesReport;
import kontor.analytics.sales.SalesReport.Article;
import kontor.analytics.sales.SalesReport.Row;
import kontor.analytics.sales.Tally;
import kontor.analytics.sales.Titles;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What was sold, for managers. */
@Path("/api/admin/analytics")
@Produces(MediaType.APPLICATION_JSON)
public final class SalesResource {

  private static final int MOST_ARTICLES = 500;
  private static final int SOME_ARTICLES = 50;

  private final SalesReport report;
  private final Titles titles;
  private final AnalyticsSettings settings;
  private final Clock clock;

  SalesResource(SalesReport report, Titles titles, AnalyticsSettings settings, Clock clock) {
    this.report = report;
    this.titles = titles;
    this.settings = settings;
    this.clock = clock;
  }

  /** Orders and units counted, and the revenue of each currency. */
  record Figures(
      long placed,
      long confirmed,
      long cancelled,
      long rejected,
      long units,
      List<Revenue> revenue) {}

  /** Revenue of confirmed orders, shipping included, less what went back. */
  record Revenue(Money gross, Money net, Money tax) {}

  record DayFigures(LocalDate day, ChannelId channel, Figures figures) {}

  record Sales(LocalDate from, LocalDate to, List<DayFigures> days, Figures totals) {}

  /** Revenue of an article is that of its order lines, without shipping. */
  record ArticleFigures(Sku sku, @Nullable String title, long units, List<Revenue> revenue) {}

  record Articles(LocalDate from, LocalDate to, List<ArticleFigures> items) {}

  @GET
  @Path("sales")
  @Operation(summary = "Orders, units and revenue per day and channel, with totals")
  public Sales sales(
      @Parameter(description = "First day, YYYY-MM-DD; today if absent") @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "Last day, included; today if absent") @QueryParam("to")
          @Nullable String to,
      @Parameter(description = "One channel only, such as shop or ebay-de") @QueryParam("channel")
          @Nullable String channel) {
    Query.Days days = Query.days(from, to, today());
    Optional<ChannelId> wanted = Query.channel(channel);
    List<Row> rows = report.byDayAndChannel(days.from(), days.to(), wanted);
    return new Sales(
        days.from(),
        days.to(),
        rows.stream()
            .map(row -> new DayFigures(row.day(), row.channel(), figures(row.tallies())))
            .toList(),
        figures(SalesReport.total(rows)));
  }

  @GET
  @Path("products")
  @Operation(summary = "Units and revenue per article, the most units first")
  public Articles products(
      @Parameter(description = "First day, YYYY-MM-DD; today if absent") @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "Last day, included; today if absent") @QueryParam("to")
          @Nullable String to,
      @Parameter(description = "1 to 500; 50 if absent") @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "Language of the titles; the shop's own if absent")
          @QueryParam("lang")
          @Nullable String language) {
    Query.Days days = Query.days(from, to, today());
    int most = Query.limit(limit, SOME_ARTICLES, MOST_ARTICLES);
    String spoken = language == null ? settings.shop().language() : language;
    return new Articles(
        days.from(),
        days.to(),
        report.topArticles(days.from(), days.to(), most).stream()
            .map(article -> figures(article, spoken))
            .toList());
  }

  private ArticleFigures figures(Article article, String language) {
    return new ArticleFigures(
        article.sku(),
        titles.of(article.sku(), language).orElse(null),
        article.units(),
        revenue(article.tallies()));
  }

  private static Figures figures(Map<Currency, Tally> tallies) {
    return new Figures(
        sum(tallies, Tally::placed),
        sum(tallies, Tally::confirmed),
        sum(tallies, Tally::cancelled),
        sum(tallies, Tally::rejected),
        sum(tallies, Tally::units),
        revenue(tallies));
  }

  private static long sum(Map<Currency, Tally> tallies, ToLongFunction<Tally> figure) {
    return tallies.values().stream().mapToLong(figure).sum();
  }

  private static List<Revenue> revenue(Map<Currency, Tally> tallies) {
    return tallies.entrySet().stream().map(e -> revenue(e.getKey(), e.getValue())).toList();
  }

  private static Revenue revenue(Currency currency, Tally tally) {
    return new Revenue(
        new Money(tally.gross(), currency),
        new Money(tally.net(), currency),
        new Money(tally.tax(), currency));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.shop().zone());
  }
}
