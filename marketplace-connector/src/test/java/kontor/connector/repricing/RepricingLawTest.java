package kontor.connector.repricing;

import static kontor.connector.repricing.Market.euro;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.connector.repricing.Outcome.Changed;
import kontor.connector.repricing.Outcome.Undecided;
import kontor.connector.repricing.RepricingRule.Mode;
import kontor.connector.repricing.RepricingRule.Strategy;
import kontor.contracts.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every price that a rule makes. */
class RepricingLawTest {

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void noPriceIsOutsideOfItsBoundsOrBeyondTheCapAndTheSameIsDecidedAgain() {
    System.out.println("seed " + seed);
    int changed = 0;
    for (int run = 0; run < 3_000; run++) {
      Situation now = situation();
      Outcome outcome = Repricer.decide(now);
      String where = "seed " + seed + " run " + run + " " + now + " " + outcome;
      assertThat(Repricer.decide(now)).as(where).isEqualTo(outcome);
      assertThat(outcome.reasons()).as(where).isNotEmpty();
      boolean unknown = now.quantity().isZero() || stale(now);
      assertThat(unknown && !(outcome instanceof Undecided)).as(where).isFalse();
      if (outcome instanceof Changed made) {
        changed++;
        check(now, made, where);
      }
    }
    assertThat(changed).isGreaterThan(300);
  }

  private static void check(Situation now, Changed made, String where) {
    long floor = ((Floor.Known) now.floor()).price().minor();
    long price = made.price().minor();
    long current = now.current().minor();
    long low = now.rule().min() == null ? floor : Math.max(floor, now.rule().min().minor());
    long high = now.rule().max() == null ? Long.MAX_VALUE : now.rule().max().minor();
    assertThat(price).as(where).isBetween(low, high).isNotEqualTo(current);
    long part = current * now.rule().cap().percentPerChange().basisPoints() / 10_000;
    boolean inside = current >= low && current <= high;
    if (inside) {
      assertThat(Math.abs(price - current)).as(where).isLessThanOrEqualTo(Math.max(1, part));
      assertThat(Math.abs(price - current))
          .as(where)
          .isGreaterThanOrEqualTo(now.rule().cap().leastStep().minor());
      assertThat(now.changes()).as(where).hasSizeLessThan(now.rule().cap().changesPerDay());
    } else if (now.changes().size() >= now.rule().cap().changesPerDay()) {
      assertThat(price).as(where).isEqualTo(current < low ? low : high);
    }
  }

  /** Each undercuts the other as fast as it may. */
  @Test
  void twoSellersDoNotChaseEachOtherBelowTheFloorNorFasterThanTheCap() {
    ChangeCap cap = new ChangeCap(6, Percentage.of("5"), euro(1), 0);
    RepricingRule rule = Market.undercut(10, cap, null, null);
    List<PriceChange> changes = new ArrayList<>();
    long ours = 3_000;
    for (int minute = 0; minute < 3 * 1_440; minute += 7) {
      Duration since = Duration.ofMinutes(minute);
      long theirs = Math.max(500, ours - 50);
      Situation now = later(Market.at(rule, ours, 2_000, theirs), since, changes);
      if (Repricer.decide(now) instanceof Changed made) {
        long next = made.price().minor();
        changes.add(new PriceChange(now.now(), euro(ours), euro(next)));
        ours = next;
      }
      assertThat(ours).isGreaterThanOrEqualTo(2_000);
    }
    for (PriceChange first : changes) {
      assertThat(
              changes.stream()
                  .filter(one -> !one.at().isBefore(first.at()))
                  .filter(one -> one.at().isBefore(first.at().plus(Duration.ofDays(1)))))
          .hasSizeLessThanOrEqualTo(6);
    }
    assertThat(changes).hasSizeGreaterThan(6);
  }

  private static Situation later(Situation now, Duration by, List<PriceChange> changes) {
    var seen = now.competition().orElseThrow();
    return new Situation(
        now.rule(),
        now.current(),
        now.quantity(),
        Optional.of(new Competition(seen.sku(), seen.offers(), seen.count(), now.now().plus(by))),
        now.floor(),
        changes,
        now.now().plus(by),
        now.zone(),
        now.staleAfter());
  }

  private Situation situation() {
    long current = 500L + random.nextInt(3_000);
    long floor = 300L + random.nextInt(3_000);
    long[] others =
        LongStream.range(0, random.nextInt(4)).map(i -> 300L + random.nextInt(3_500)).toArray();
    Situation now = Market.at(rule(), current, floor, others);
    List<PriceChange> changes = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      changes.add(
          new PriceChange(
              now.now().minus(Duration.ofHours(3L * i)),
              euro(500 + random.nextInt(3_000)),
              euro(current)));
    }
    return new Situation(
        now.rule(),
        now.current(),
        new Quantity(random.nextInt(10)),
        random.nextInt(10) == 0 ? Optional.empty() : now.competition(),
        now.floor(),
        changes,
        now.now().plus(Duration.ofMinutes(random.nextInt(35))),
        now.zone(),
        now.staleAfter());
  }

  private static boolean stale(Situation now) {
    return now.competition()
        .filter(seen -> !seen.seenAt().plus(now.staleAfter()).isBefore(now.now()))
        .isEmpty();
  }

  private RepricingRule rule() {
    ChangeCap cap =
        new ChangeCap(
            1 + random.nextInt(6),
            new Percentage(1 + random.nextInt(3_000)),
            euro(random.nextInt(20)),
            random.nextInt(120));
    Long min = bound(400);
    Long max = bound(2_500);
    return switch (random.nextInt(4)) {
      case 0 -> Market.rule(Strategy.MATCH, null, null, cap, min, max, Mode.AUTOMATIC);
      case 1 ->
          Market.rule(
              Strategy.UNDERCUT, euro(1 + random.nextInt(90)), null, cap, min, max, Mode.AUTOMATIC);
      case 2 ->
          Market.rule(
              Strategy.UNDERCUT,
              null,
              new Percentage(1 + random.nextInt(900)),
              cap,
              min,
              max,
              Mode.AUTOMATIC);
      default ->
          Market.rule(
              Strategy.FOLLOW,
              null,
              new Percentage(random.nextInt(2_000) - 1_000),
              cap,
              600L,
              2_600L,
              Mode.AUTOMATIC);
    };
  }

  private @Nullable Long bound(int from) {
    return random.nextInt(3) == 0 ? null : from + random.nextLong(1_500);
  }
}
