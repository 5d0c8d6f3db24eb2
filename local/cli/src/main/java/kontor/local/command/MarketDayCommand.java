package kontor.local.command;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import kontor.audit.Finding;
import kontor.local.marketday.MarketDay;
import kontor.local.marketday.MarketDay.Result;
import kontor.local.marketday.PriceRound;
import kontor.local.marketday.ShopRound;
import kontor.local.marketday.Trading;
import kontor.local.platform.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A day of sales at the sandbox's marketplaces, and the comparison of their books with ours. */
@Command(
    name = "market-day",
    mixinStandardHelpOptions = true,
    description = {
      "Lists an assortment at Amazon, eBay and Etsy of the sandbox, sells it there while answers "
          + "are lost and instances of the connector are killed, and compares the marketplaces' "
          + "books with the platform's: orders, totals, units, parcels, refunds, quantities, "
          + "listings and limits.",
      "",
      "Its articles and orders stay: use it on a platform with nothing in it that you need, of "
          + "./kontor up --instances connector=2. The same seed sells the same in the same order.",
      "",
      "Exit code 0 when all books agree, 1 otherwise.",
      ""
    })
final class MarketDayCommand implements Callable<Integer> {

  private static final long HIGHEST_SEED = 1_000_000;
  private static final int SHOWN = 5;

  /** Those of the sandbox that sell on a market day. */
  enum Marketplace {
    AMAZON,
    EBAY,
    ETSY
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What chance is made of; any without it, and the result names it.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--skus",
      defaultValue = "5000",
      description = "Articles, all at every account (${DEFAULT-VALUE}).")
  private int skus;

  @Option(
      names = "--shop-sales",
      defaultValue = "600",
      description =
          "Sales in the shop whose way to the marketplaces is timed, at most one of each article, "
              + "after as many that are not timed (${DEFAULT-VALUE}).")
  private int shopSales;

  @Option(
      names = "--orders",
      defaultValue = "20000",
      description = "Sales of all accounts together (${DEFAULT-VALUE}).")
  private int orders;

  @Option(
      names = "--per-second",
      defaultValue = "20",
      description = "How many of them in a second (${DEFAULT-VALUE}).")
  private int perSecond;

  @Option(
      names = "--kill-every",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description =
          "How often an instance of the connector is killed; 0: never (${DEFAULT-VALUE}).")
  private int killEvery;

  @Option(
      names = "--away",
      paramLabel = "MARKETPLACE",
      description =
          "This marketplace (amazon, ebay, etsy) is away for two hours of its time, after a quarter "
              + "of the sales.")
  private Optional<Marketplace> away = Optional.empty();

  @Option(names = "--json", description = "Write the result as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  MarketDayCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Optional<RunningPlatform> platform = Running.platform(spec);
    if (platform.isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    long chance = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1, HIGHEST_SEED));
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    Access access = Access.current();
    MarketDay day =
        new MarketDay(
            new MarketDay.Site(
                platform.get(),
                access.gateway(),
                access.sandbox(),
                access::manager,
                access.mongoUri()),
            new MarketDay.Plan(
                chance,
                skus,
                shopSales,
                orders,
                perSecond,
                Duration.ofSeconds(killEvery),
                away.map(one -> one.name().toLowerCase(Locale.ROOT))),
            line -> {
              if (!json) {
                terminal.line(line);
              }
            });
    Result result = day.run();
    if (json) {
      terminal.json(result);
    } else {
      show(result, terminal);
    }
    return result.clean() ? 0 : Kontor.FAILED;
  }

  private static void show(Result result, Terminal terminal) {
    Trading.Outcome trading = result.trading();
    terminal.line("");
    trading.sold().forEach((fate, number) -> line(terminal, "%,8d orders %s", number, fate));
    line(terminal, "%,8d refused: sold out", trading.soldOut());
    trading
        .calls()
        .forEach(
            (account, calls) ->
                line(
                    terminal,
                    "%,8d calls at %s",
                    calls.values().stream().mapToLong(number -> number).sum(),
                    account));
    PriceRound.Outcome prices = result.prices();
    prices
        .calls()
        .forEach(
            (account, calls) ->
                line(
                    terminal,
                    "%,8d calls for %,d new prices at %s%s",
                    calls,
                    result.skus(),
                    account,
                    fewest(prices, account)));
    show(result.shop(), terminal);
    terminal.line("");
    trading.findings().forEach(finding -> show(finding, terminal));
    line(
        terminal,
        "Listed in %.0f s, all prices changed in %.0f s, sold in %.0f s, all books equal %.1f s "
            + "after the last sale; %d kills. Seed %d.",
        result.listedMillis() / 1_000.0,
        prices.millis() / 1_000.0,
        trading.tradedMillis() / 1_000.0,
        trading.quietMillis() / 1_000.0,
        trading.kills(),
        result.seed());
  }

  private static void show(ShopRound.Outcome shop, Terminal terminal) {
    line(
        terminal,
        "%,8d sales in the shop, %.1f a second%s; until the new quantity was shown:",
        shop.sales(),
        shop.perSecond(),
        shop.refused() == 0 ? "" : ", " + shop.refused() + " refused");
    shop.delays()
        .forEach(
            (account, delay) ->
                line(
                    terminal,
                    "%,8d ms p99, %,d ms p50, %,d ms at most at %s",
                    delay.p99(),
                    delay.p50(),
                    delay.most(),
                    account));
  }

  private static void show(Finding finding, Terminal terminal) {
    line(
        terminal,
        "%-4s %-72s %,9d checked %5d differences",
        finding.violations().isEmpty() ? "ok" : "BAD",
        finding.invariant(),
        finding.checked(),
        finding.violations().size());
    finding.violations().stream().limit(SHOWN).forEach(wrong -> terminal.line("     " + wrong));
  }

  private static String fewest(PriceRound.Outcome prices, String account) {
    Long fewest = prices.fewest().get(account);
    return fewest == null ? "" : ", at least " + fewest + " are needed";
  }

  private static void line(Terminal terminal, String format, Object... values) {
    terminal.line(String.format(Locale.ROOT, format, values));
  }
}
