package kontor.order.cart;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kontor.contracts.Money;

/** How amounts and days are written in what a buyer reads. */
final class NoticeText {

  private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private NoticeText() {}

  static String german(LocalDate day) {
    return GERMAN_DAY.format(day);
  }

  static String english(LocalDate day) {
    return ENGLISH_DAY.format(day);
  }

  static String german(Money amount) {
    return money(amount, Locale.GERMANY);
  }

  static String english(Money amount) {
    return money(amount, Locale.UK);
  }

  private static String money(Money amount, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(amount.currency());
    return format.format(new BigDecimal(amount.amount()));
  }
}
