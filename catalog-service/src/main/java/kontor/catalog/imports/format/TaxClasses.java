package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.util.Locale;
import kontor.contracts.TaxClass;

/** What other systems call a tax class. */
final class TaxClasses {

  /** The lowest standard rate that a member state may have, Art. 97 Directive 2006/112/EC. */
  private static final BigDecimal LOWEST_STANDARD = BigDecimal.valueOf(15);

  private TaxClasses() {}

  /** By a rate in percent. */
  static TaxClass ofRate(BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("not a VAT rate in percent: " + percent.toPlainString());
    }
    if (percent.signum() == 0) {
      return TaxClass.ZERO;
    }
    return percent.compareTo(LOWEST_STANDARD) >= 0 ? TaxClass.STANDARD : TaxClass.REDUCED;
  }

  /** By a name such as {@code reduced-rate} or {@code Ermäßigt}; nothing said is the standard. */
  static TaxClass ofName(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || plain.matches("(standard|normal|regul).*")) {
      return TaxClass.STANDARD;
    }
    if (plain.matches("(reduced|erm(ä|ae)(ß|ss)igt).*")) {
      return TaxClass.REDUCED;
    }
    if (plain.matches("(zero|null|none|keine|exempt|steuerfrei).*")) {
      return TaxClass.ZERO;
    }
    throw new IllegalArgumentException("'" + name + "' is no tax class that we know");
  }
}
