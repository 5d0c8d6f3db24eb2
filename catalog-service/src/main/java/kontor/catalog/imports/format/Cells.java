package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kontor.catalog.imports.cell.Moments;
import kontor.catalog.imports.table.Row;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Sku;

/** Reads the cells of one row; what one of them cannot mean becomes a flaw. */
final class Cells {

  private static final BigDecimal MOST_GRAMS = BigDecimal.valueOf(100_000_000);

  private final Row row;
  private final Reading reading;
  private final List<Flaw> flaws;

  Cells(Row row, Reading reading, List<Flaw> flaws) {
    this.row = row;
    this.reading = reading;
    this.flaws = flaws;
  }

  Row row() {
    return row;
  }

  String text(String column) {
    return row.text(column);
  }

  boolean says(String column) {
    return row.says(column);
  }

  void flaw(String column, String reason) {
    flaws.add(new Flaw(row.line(), column, reason));
  }

  Optional<Sku> sku(String column) {
    return read(column, Sku::new);
  }

  /** Twelve, thirteen … digits; blanks and dashes between them are passed over. */
  Optional<Gtin> gtin(String column) {
    return read(column, text -> new Gtin(text.replaceAll("^'|[\\s-]", "")));
  }

  /** A GTIN where the column may hold any kind of code. */
  Optional<Gtin> barcode(String column) {
    try {
      return says(column)
          ? Optional.of(new Gtin(text(column).replaceAll("^'|[\\s-]", "")))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** An amount that is not below zero and has no more decimals than its currency. */
  Optional<Money> money(String column, Currency currency) {
    return read(column, text -> money(reading.mark().read(text), currency));
  }

  private static Money money(BigDecimal amount, Currency currency) {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("below zero: " + amount.toPlainString());
    }
    if (amount.stripTrailingZeros().scale() > decimals) {
      throw new IllegalArgumentException(
          amount.toPlainString() + " has more decimals than " + currency.getCurrencyCode());
    }
    String exact = amount.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    return Money.of(exact, currency.getCurrencyCode());
  }

  /** A number of units, zero or more. */
  Optional<Integer> units(String column) {
    return read(
        column,
        text -> {
          BigDecimal number = reading.mark().read(text);
          if (number.signum() < 0) {
            throw new IllegalArgumentException("stock below zero: " + text);
          }
          return whole(number);
        });
  }

  /** A weight in grams, rounded to whole ones. */
  Optional<Integer> grams(String column, BigDecimal gramsPerUnit) {
    return read(
        column,
        text -> {
          BigDecimal grams = reading.mark().read(text).multiply(gramsPerUnit);
          if (grams.signum() < 0 || grams.compareTo(MOST_GRAMS) > 0) {
            throw new IllegalArgumentException("not a weight: " + text);
          }
          return grams.setScale(0, RoundingMode.HALF_UP).intValueExact();
        });
  }

  private static int whole(BigDecimal number) {
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("not a whole number: " + number.toPlainString(), e);
    }
  }

  Optional<Instant> from(String column) {
    return read(column, text -> Moments.from(text, reading.options().zone()));
  }

  Optional<Instant> until(String column) {
    return read(column, text -> Moments.until(text, reading.options().zone()));
  }

  /** Empty when the cell is, or when it cannot be read, which is then a flaw. */
  <T> Optional<T> read(String column, Function<String, T> reader) {
    if (!says(column)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text(column)));
    } catch (IllegalArgumentException e) {
      flaw(column, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
