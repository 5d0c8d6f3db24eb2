package kontor.order.document.adapter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.order.document.NumberRange;
import kontor.order.document.NumberRanges;
import kontor.order.document.RangeName;
import kontor.order.document.RangeName.Kind;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a tax auditor asks about invoice numbers. */
@RestController
class RangeResource {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9999;
  private static final int MONTHS = 12;

  private final NumberRanges ranges;
  private final Clock clock;

  RangeResource(NumberRanges ranges, Clock clock) {
    this.ranges = ranges;
    this.clock = clock;
  }

  /**
   * A number range that is in use.
   *
   * @param first and {@code last} number taken
   * @param issued how many documents stand under its numbers
   * @param voided reasons by number
   * @param gaps numbers that are neither issued nor void: none
   */
  record Range(
      String range,
      Kind kind,
      String first,
      String last,
      int issued,
      Map<String, String> voided,
      List<String> gaps) {

    static Range of(NumberRange range) {
      return new Range(
          range.name().value(),
          range.name().kind(),
          range.name().number(1),
          range.name().number(range.last()),
          range.issued().size(),
          range.voidedNumbers(),
          range.gaps());
    }
  }

  /**
   * The ranges of a year, by kind and month.
   *
   * @param year in which the goods were supplied; this year when absent
   */
  @GetMapping("/api/admin/invoices/ranges")
  List<Range> ranges(@RequestParam(required = false) @Nullable Integer year) {
    int wanted =
        year == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() : year;
    if (wanted < FIRST_YEAR || wanted > LAST_YEAR) {
      throw BadRequestException.field("year", "must be from 2000 to 9999");
    }
    List<Range> used = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int month = 1; month <= MONTHS; month++) {
        NumberRange range = ranges.find(new RangeName(kind, YearMonth.of(wanted, month)));
        if (range.last() > 0) {
          used.add(Range.of(range));
        }
      }
    }
    return used;
  }
}
