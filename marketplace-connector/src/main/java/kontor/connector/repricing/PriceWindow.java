package kontor.connector.repricing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import kontor.contracts.Money;

/**
 * A price for a part of some days, by the clocks on the wall. A window that ends at or before the
 * time at which it begins ends on the next day. When clocks are put forward, what lies in the hour
 * that is left out does not happen; when they are put back, what lies in the hour that comes twice
 * happens twice.
 *
 * @param days on which it begins; none: every day
 * @param from included
 * @param until not included
 * @param price VAT included
 */
public record PriceWindow(List<DayOfWeek> days, LocalTime from, LocalTime until, Money price) {

  public PriceWindow {
    days = List.copyOf(days);
  }

  /** Whether the price holds at this time. */
  public boolean holds(ZonedDateTime now) {
    LocalTime time = now.toLocalTime();
    if (from.isBefore(until)) {
      return on(now.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
    }
    boolean begun = on(now.getDayOfWeek()) && !time.isBefore(from);
    boolean fromYesterday = on(now.getDayOfWeek().minus(1)) && time.isBefore(until);
    return begun || fromYesterday;
  }

  private boolean on(DayOfWeek day) {
    return days.isEmpty() || days.contains(day);
  }
}
