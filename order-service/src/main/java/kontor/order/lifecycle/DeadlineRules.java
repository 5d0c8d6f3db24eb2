package kontor.order.lifecycle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long the steps of an order may take.
 *
 * @param stock until inventory must have answered
 * @param delivery after which a shipped order counts as delivered when the carrier says nothing
 * @param withdrawalDays after the day of delivery (§ 355 (2) BGB: 14)
 * @param returning after which an announced return is not expected any more
 * @param zone where a day ends
 */
public record DeadlineRules(
    Duration stock, Duration delivery, int withdrawalDays, Duration returning, ZoneId zone) {

  /**
   * The end of the last day on which a buyer may withdraw (exclusive). The day of delivery does not
   * count, and a last day on a weekend moves to Monday (§§ 187, 188, 193 BGB). Public holidays are
   * not known here; a shop that wants to be safe on them grants more days.
   */
  public Instant withdrawalEnds(Instant delivered) {
    LocalDate last = LocalDate.ofInstant(delivered, zone).plusDays(withdrawalDays);
    while (last.getDayOfWeek() == DayOfWeek.SATURDAY || last.getDayOfWeek() == DayOfWeek.SUNDAY) {
      last = last.plusDays(1);
    }
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
