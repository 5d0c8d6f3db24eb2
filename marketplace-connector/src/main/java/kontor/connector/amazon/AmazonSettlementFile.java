package kontor.connector.amazon;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.contracts.Money;

/**
 * The file of a settlement: a row with period and payout, then a row for each amount. By the
 * account's language the decimal mark is a point or a comma, and dates begin with the year or with
 * the day; moments are in UTC. Every error names its row.
 */
final class AmazonSettlementFile {

  private static final List<DateTimeFormatter> TIMES =
      Stream.of("yyyy-MM-dd HH:mm:ss 'UTC'", "dd.MM.yyyy HH:mm:ss 'UTC'")
          .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
          .toList();

  private AmazonSettlementFile() {}

  static Settlement read(String text) {
    List<Map<String, String>> rows = AmazonTable.rows(text.replace("\uFEFF", ""), "settlement-id");
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("the file has no row with a settlement");
    }
    Map<String, String> head = rows.get(0);
    return row(2, () -> settlement(head, rows.subList(1, rows.size())));
  }

  private static Settlement settlement(Map<String, String> head, List<Map<String, String>> rows) {
    String currency = required(head, "currency");
    String id = required(head, "settlement-id");
    Instant end = moment(head, "settlement-end-date");
    List<SettledAmount> movements = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      int number = i + 3; // as a person counts the lines of the file
      movements.add(row(number, () -> amount(id + "-" + number, currency, row, end)));
    }
    return new Settlement(
        id,
        moment(head, "settlement-start-date"),
        end,
        moment(head, "deposit-date"),
        money(head, "total-amount", currency),
        movements);
  }

  private static <T> T row(int number, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      String why = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          why.startsWith("row ") ? why : "row %d: %s".formatted(number, why), e);
    }
  }

  private static SettledAmount amount(
      String id, String currency, Map<String, String> row, Instant end) {
    String transaction = field(row, "transaction-type");
    String type = field(row, "amount-type");
    String description = field(row, "amount-description");
    Optional<String> order = Optional.of(field(row, "order-id")).filter(one -> !one.isEmpty());
    return new SettledAmount(
        id,
        AmazonAmounts.kind(transaction, type, description, order.isPresent()),
        order,
        Optional.of(field(row, "order-item-code"))
            .filter(line -> order.isPresent() && !line.isEmpty()),
        money(row, "amount", currency),
        Stream.of(transaction, type, description)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" / ")),
        field(row, "posted-date-time").isEmpty() ? end : moment(row, "posted-date-time"));
  }

  private static Money money(Map<String, String> row, String column, String currency) {
    String text = required(row, column).replace(',', '.');
    return Money.of(text, currency);
  }

  private static Instant moment(Map<String, String> row, String column) {
    String text = required(row, column);
    for (DateTimeFormatter time : TIMES) {
      try {
        return LocalDateTime.parse(text, time).toInstant(ZoneOffset.UTC);
      } catch (DateTimeParseException e) {
        // another form, or refused below
      }
    }
    throw new IllegalArgumentException("%s: not a moment: '%s'".formatted(column, text));
  }

  private static String required(Map<String, String> row, String column) {
    String text = field(row, column);
    if (text.isEmpty()) {
      throw new IllegalArgumentException(column + ": is missing");
    }
    return text;
  }

  private static String field(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
