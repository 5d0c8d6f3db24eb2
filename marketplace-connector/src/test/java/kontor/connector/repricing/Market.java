package kontor.connector.repricing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.connector.channel.CompetitorOffers.CompetitorOffer;
import kontor.connector.repricing.RepricingRule.Mode;
import kontor.connector.repricing.RepricingRule.Strategy;
import kontor.connector.repricing.RepricingRule.Target;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/** Rules and offers to test with: amounts in cents of the euro, the cheapest offer is featured. */
final class Market {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final Sku LAMP = new Sku("LAMP-1");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final ChangeCap LOOSE = new ChangeCap(500, Percentage.ALL, euro(0), 0);

  private Market() {}

  static Money euro(long cents) {
    return Money.ofMinor(cents, "EUR");
  }

  static RepricingRule undercut(long by, ChangeCap cap, @Nullable Long min, @Nullable Long max) {
    return rule(Strategy.UNDERCUT, euro(by), null, cap, min, max, Mode.AUTOMATIC);
  }

  static RepricingRule match(Mode mode) {
    return rule(Strategy.MATCH, null, null, LOOSE, null, null, mode);
  }

  static RepricingRule rule(
      Strategy strategy,
      @Nullable Money by,
      @Nullable Percentage percent,
      ChangeCap cap,
      @Nullable Long min,
      @Nullable Long max,
      Mode mode) {
    return new RepricingRule(
        "rule",
        null,
        null,
        strategy,
        Target.FEATURED,
        by,
        percent,
        min == null ? null : euro(min),
        max == null ? null : euro(max),
        List.of(),
        null,
        mode,
        cap);
  }

  /** Ours at a price, and others'. */
  static Competition offers(long ours, long... others) {
    List<CompetitorOffer> all = new ArrayList<>();
    all.add(new CompetitorOffer("us", true, euro(ours), euro(0), false));
    for (int i = 0; i < others.length; i++) {
      all.add(new CompetitorOffer("other" + i, false, euro(others[i]), euro(0), false));
    }
    all.sort(Comparator.comparing(CompetitorOffer::landed));
    CompetitorOffer first = all.get(0);
    all.set(
        0,
        new CompetitorOffer(first.seller(), first.ours(), first.price(), first.shipping(), true));
    return new Competition(LAMP, all, all.size(), NOW);
  }

  static Situation at(RepricingRule rule, long current, long floor, long... others) {
    return new Situation(
        rule,
        euro(current),
        new Quantity(5),
        Optional.of(offers(current, others)),
        new Floor.Known(euro(floor), "as tested"),
        List.of(),
        NOW,
        BERLIN,
        Duration.ofMinutes(30));
  }

  static Situation with(Situation now, PriceChange... changes) {
    return new Situation(
        now.rule(),
        now.current(),
        now.quantity(),
        now.competition(),
        now.floor(),
        List.of(changes),
        now.now(),
        now.zone(),
        now.staleAfter());
  }

  static Situation later(Situation now, Duration by) {
    return new Situation(
        now.rule(),
        now.current(),
        now.quantity(),
        now.competition(),
        now.floor(),
        now.changes(),
        now.now().plus(by),
        now.zone(),
        now.staleAfter());
  }

  static Situation units(Situation now, int units) {
    return new Situation(
        now.rule(),
        now.current(),
        new Quantity(units),
        now.competition(),
        now.floor(),
        now.changes(),
        now.now(),
        now.zone(),
        now.staleAfter());
  }

  static Situation floor(Situation now, Floor floor) {
    return new Situation(
        now.rule(),
        now.current(),
        now.quantity(),
        now.competition(),
        floor,
        now.changes(),
        now.now(),
        now.zone(),
        now.staleAfter());
  }
}
