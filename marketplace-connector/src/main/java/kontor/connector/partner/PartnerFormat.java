package kontor.connector.partner;

import java.util.Map;
import kontor.connector.channel.Account;
import kontor.contracts.Money;
import org.apache.commons.csv.CSVFormat;

/**
 * How a partner writes his files: RFC 4180 but for the separator, with a header row.
 *
 * @param decimalMark before the fraction of an amount; thousands have no mark
 */
record PartnerFormat(char separator, char decimalMark) {

  private static final Map<String, Character> MARKS =
      Map.of("comma", ',', "semicolon", ';', "point", '.');

  /**
   * @throws IllegalArgumentException naming the setting that says something else
   */
  static PartnerFormat of(Account account) {
    PartnerFormat format =
        new PartnerFormat(
            mark(account, PartnerFields.SEPARATOR, "semicolon"),
            mark(account, PartnerFields.DECIMAL_MARK, "comma"));
    if (format.separator == '.' || format.decimalMark == ';') {
      throw new IllegalArgumentException(
          "settings separator and decimalMark: semicolon or comma, comma or point");
    }
    return format;
  }

  private static char mark(Account account, String setting, String byDefault) {
    Character mark = MARKS.get(account.find(setting).orElse(byDefault));
    if (mark == null) {
      throw new IllegalArgumentException(
          "setting " + setting + " is none of comma, semicolon, point");
    }
    return mark;
  }

  CSVFormat csv() {
    return CSVFormat.RFC4180.builder().setDelimiter(separator).setRecordSeparator("\r\n").get();
  }

  String write(Money amount) {
    return amount.amount().replace('.', decimalMark);
  }

  /**
   * @throws IllegalArgumentException if it is no amount, such as one with the other mark
   */
  Money amount(String text, String currency) {
    String mark = decimalMark == '.' ? "\\." : ",";
    if (!text.matches("[0-9]{1,12}(" + mark + "[0-9]{1,3})?")) {
      throw new IllegalArgumentException("not an amount: '" + text + "'");
    }
    return Money.of(text.replace(decimalMark, '.'), currency);
  }
}
