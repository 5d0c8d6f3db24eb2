package kontor.pricing.tax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.contracts.CountryCode;
import kontor.contracts.TaxClass;

/** The VAT rates by country, tax class and day. {@link TaxClass#ZERO} is 0 % wherever we sell. */
public final class TaxRules {

  private static final String TABLE = "/kontor/pricing/tax/vat-rates.csv";

  private record Key(CountryCode country, TaxClass taxClass) {}

  private final Map<Key, List<TaxRate>> rates = new HashMap<>();
  private final Set<CountryCode> countries;

  /** Rules of these rates; two for the same country, class and day are refused. */
  public TaxRules(Collection<TaxRate> all) {
    for (TaxRate rate : all) {
      List<TaxRate> known =
          rates.computeIfAbsent(new Key(rate.country(), rate.taxClass()), k -> new ArrayList<>());
      if (known.stream().anyMatch(rate::overlaps)) {
        throw new IllegalArgumentException("two VAT rates at once: " + rate + " and " + known);
      }
      known.add(rate);
    }
    countries = rates.keySet().stream().map(Key::country).collect(Collectors.toUnmodifiableSet());
  }

  /** The rates of the European Union that come with Kontor; each row names its source. */
  public static TaxRules ofEuropeanUnion() {
    try (InputStream in = TaxRules.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + TABLE);
      }
      return new TaxRules(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: {@code country;class;percent;from;until;source} per line, an empty {@code until}
   * for no end; lines that start with {@code #} are remarks.
   */
  public static List<TaxRate> parse(String table) {
    return table
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(TaxRules::row)
        .toList();
  }

  private static TaxRate row(String line) {
    String[] cells = line.split(";", -1);
    if (cells.length != 6) {
      throw new IllegalArgumentException("not six columns: " + line);
    }
    return new TaxRate(
        new CountryCode(cells[0]),
        TaxClass.valueOf(cells[1]),
        new BigDecimal(cells[2]).movePointRight(2).intValueExact(),
        LocalDate.parse(cells[3]),
        cells[4].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[4]),
        cells[5]);
  }

  /**
   * The rate in basis points.
   *
   * @throws UnknownTaxRate if the table does not say
   */
  public int rate(CountryCode country, TaxClass taxClass, LocalDate day) {
    if (taxClass == TaxClass.ZERO && countries.contains(country)) {
      return 0;
    }
    return rates.getOrDefault(new Key(country, taxClass), List.of()).stream()
        .filter(rate -> rate.holdsOn(day))
        .findFirst()
        .orElseThrow(() -> new UnknownTaxRate(country, taxClass, day))
        .basisPoints();
  }

  /** The countries whose VAT we know. */
  public Set<CountryCode> countries() {
    return countries;
  }
}
