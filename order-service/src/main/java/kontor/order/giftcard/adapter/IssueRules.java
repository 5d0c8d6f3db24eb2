package kontor.order.giftcard.adapter;

import java.time.LocalDate;
import java.time.Month;
import java.util.Currency;
import kontor.contracts.Money;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Which gift cards the shop issues. */
@Component
class IssueRules {

  /** As long as its events are kept. */
  private static final int MOST_YEARS = 10;

  private final Money largest;
  private final int years;

  /**
   * @param largest amount of one card, in the shop's currency
   * @param years after the year of issue, to whose end a card is valid: as long as any claim (§
   *     195, § 199 (1) BGB)
   */
  @ConfigurationProperties("kontor.gift-card")
  record GiftCardSettings(@DefaultValue("1000.00") String largest, @DefaultValue("3") int years) {}

  IssueRules(GiftCardSettings settings, Currency shop) {
    largest = Money.of(settings.largest(), shop.getCurrencyCode());
    years = settings.years();
  }

  Money amount(@Nullable Money wanted) {
    if (wanted == null) {
      throw BadRequestException.field("amount", "is missing");
    }
    if (!wanted.currency().equals(largest.currency())) {
      throw BadRequestException.field("amount", "must be in " + largest.currency());
    }
    if (wanted.isZero() || wanted.isNegative() || wanted.compareTo(largest) > 0) {
      throw BadRequestException.field("amount", "must be above nothing and at most " + largest);
    }
    return wanted;
  }

  LocalDate validUntil(@Nullable LocalDate wanted, LocalDate today) {
    if (wanted == null) {
      return LocalDate.of(today.getYear() + years, Month.DECEMBER, 31);
    }
    if (wanted.isBefore(today) || wanted.isAfter(today.plusYears(MOST_YEARS))) {
      throw BadRequestException.field(
          "validUntil", "must be from today to " + today.plusYears(MOST_YEARS));
    }
    return wanted;
  }
}
