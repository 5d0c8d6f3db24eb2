package kontor.connector.repricing;

import static kontor.connector.repricing.Market.BERLIN;
import static kontor.connector.repricing.Market.LOOSE;
import static kontor.connector.repricing.Market.NOW;
import static kontor.connector.repricing.Market.at;
import static kontor.connector.repricing.Market.euro;
import static kontor.connector.repricing.Market.floor;
import static kontor.connector.repricing.Market.later;
import static kontor.connector.repricing.Market.undercut;
import static kontor.connector.repricing.Market.units;
import static kontor.connector.repricing.Market.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import kontor.connector.repricing.Outcome.Changed;
import kontor.connector.repricing.Outcome.Kept;
import kontor.connector.repricing.Outcome.Undecided;
import kontor.connector.repricing.RepricingRule.Mode;
import kontor.connector.repricing.RepricingRule.Strategy;
import org.junit.jupiter.api.Test;

/** What a rule comes to, and why. */
class RepricerTest {

  private static final ChangeCap CAP = new ChangeCap(3, Percentage.of("5"), euro(5), 60);

  @Test
  void theFeaturedOfferOfAnotherIsUndercut() {
    Outcome outcome = Repricer.decide(at(undercut(10, LOOSE, null, null), 2049, 1742, 1999, 2100));

    assertThat(price(outcome)).isEqualTo(1989);
    assertThat(outcome.reasons())
        .containsExactly(
            "The featured offer is 19.99 EUR with shipping, by another seller.",
            "Undercut by 0.10 EUR: 19.89 EUR.",
            "The floor is 17.42 EUR (as tested).");
  }

  @Test
  void atTheFloorItStaysWhateverOthersAsk() {
    RepricingRule rule = undercut(10, LOOSE, null, null);

    assertThat(price(Repricer.decide(at(rule, 2049, 1742, 1500)))).isEqualTo(1742);
    assertThat(Repricer.decide(at(rule, 1742, 1742, 1400))).isInstanceOf(Kept.class);
  }

  @Test
  void whoIsFeaturedGoesUpTowardsTheNextAndNotDown() {
    RepricingRule rule = undercut(10, LOOSE, null, null);

    assertThat(price(Repricer.decide(at(rule, 1500, 1000, 1999)))).isEqualTo(1989);
    assertThat(Repricer.decide(at(rule, 1500, 1000, 1505))).isInstanceOf(Kept.class);
  }

  @Test
  void whoIsAloneGoesToTheUpperBoundOrStays() {
    assertThat(price(Repricer.decide(at(undercut(10, LOOSE, null, 2500L), 1500, 1000))))
        .isEqualTo(2500);
    assertThat(Repricer.decide(at(undercut(10, LOOSE, null, null), 1500, 1000)))
        .isInstanceOf(Kept.class);
  }

  @Test
  void followingKeepsItsDistanceWithinBounds() {
    RepricingRule rule =
        Market.rule(Strategy.FOLLOW, null, Percentage.of("3"), LOOSE, 1800L, 2200L, Mode.AUTOMATIC);

    assertThat(price(Repricer.decide(at(rule, 2199, 1000, 2000)))).isEqualTo(2060);
    assertThat(price(Repricer.decide(at(rule, 2199, 1000, 1500)))).isEqualTo(1800);
  }

  @Test
  void aChangeIsCappedAndOneTooSmallIsNone() {
    RepricingRule rule = undercut(10, CAP, null, null);

    Outcome capped = Repricer.decide(at(rule, 2049, 1000, 1500));
    assertThat(price(capped)).isEqualTo(1947);
    assertThat(capped.reasons()).contains("At most 5 % in one change: 19.47 EUR.");
    assertThat(Repricer.decide(at(rule, 2002, 1000, 2010, 1999 + 10))).isInstanceOf(Kept.class);
  }

  @Test
  void afterSoManyChangesADayItStaysAndItDoesNotTurnAtOnce() {
    RepricingRule rule = undercut(10, CAP, null, null);
    Situation now = at(rule, 2000, 1000, 1995);
    PriceChange down = new PriceChange(NOW.minusSeconds(600), euro(2100), euro(2000));
    PriceChange up = new PriceChange(NOW.minusSeconds(600), euro(1900), euro(2000));

    assertThat(price(Repricer.decide(with(now, down, down)))).isEqualTo(1985);
    assertThat(Repricer.decide(with(now, down, down, down))).isInstanceOf(Kept.class);
    assertThat(Repricer.decide(with(now, up))).isInstanceOf(Kept.class);
  }

  @Test
  void belowTheFloorItGoesThereAtOnceThoughTheCapSaysLess() {
    Situation now = at(undercut(10, CAP, null, null), 1000, 1742, 1500);
    PriceChange one = new PriceChange(NOW.minusSeconds(60), euro(1100), euro(1000));

    assertThat(price(Repricer.decide(with(now, one, one, one)))).isEqualTo(1742);
  }

  @Test
  void withoutStockCostOrAFreshLookThereIsNoPrice() {
    Situation now = at(undercut(10, LOOSE, null, null), 2049, 1742, 1999);

    assertThat(Repricer.decide(units(now, 0))).isEqualTo(Undecided.because("It is sold out."));
    assertThat(Repricer.decide(floor(now, new Floor.Unknown("Nobody knows."))))
        .isEqualTo(Undecided.because("Nobody knows."));
    assertThat(Repricer.decide(later(now, Duration.ofMinutes(31)))).isInstanceOf(Undecided.class);
    PriceChange since = new PriceChange(NOW.plusSeconds(1), euro(2100), euro(2049));
    assertThat(Repricer.decide(with(now, since))).isInstanceOf(Undecided.class);
    assertThat(Repricer.decide(at(undercut(10, LOOSE, null, 1700L), 2049, 1742, 1999)))
        .isInstanceOf(Undecided.class);
  }

  /** In the night of 29 March 2026 clocks go from 2:00 to 3:00; on 25 October from 3:00 to 2:00. */
  @Test
  void aScheduleGoesByTheClocksOnTheWall() {
    PriceWindow night = new PriceWindow(List.of(), time(1), time(3), euro(999));
    PriceWindow gap = new PriceWindow(List.of(), LocalTime.of(2, 0), time(3), euro(999));
    PriceWindow late = new PriceWindow(List.of(DayOfWeek.SATURDAY), time(22), time(6), euro(999));

    assertThat(holds(night, "2026-03-29T00:59:00Z")).isTrue(); // 1:59, the last minute of it
    assertThat(holds(night, "2026-03-29T01:00:00Z")).isFalse(); // 3:00
    assertThat(holds(gap, "2026-03-29T00:59:59Z")).isFalse();
    assertThat(holds(gap, "2026-03-29T01:00:00Z")).isFalse();
    assertThat(holds(night, "2026-10-25T00:30:00Z")).isTrue(); // 2:30 for the first time
    assertThat(holds(night, "2026-10-25T01:30:00Z")).isTrue(); // 2:30 once more
    assertThat(holds(night, "2026-10-25T02:00:00Z")).isFalse();
    assertThat(holds(late, "2026-03-29T02:30:00Z")).isTrue(); // 4:30 on Sunday
    assertThat(holds(late, "2026-03-29T20:30:00Z")).isFalse(); // Sunday evening
  }

  private static LocalTime time(int hour) {
    return LocalTime.of(hour, 0);
  }

  private static boolean holds(PriceWindow window, String at) {
    return window.holds(Instant.parse(at).atZone(BERLIN));
  }

  private static long price(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Changed.class);
    return ((Changed) outcome).price().minor();
  }
}
