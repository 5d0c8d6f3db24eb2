package kontor.order.giftcard.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import kontor.access.web.ServletAccessFilter;
import kontor.contracts.Money;
import kontor.order.giftcard.CodeLookup;
import kontor.order.giftcard.CodeLookup.Outcome;
import kontor.platform.spring.BadRequestException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is on a gift card, for who has its code. */
@RestController
class BalanceResource {

  private final CodeLookup codes;
  private final Clock clock;

  BalanceResource(CodeLookup codes, Clock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * @param balance what can still be spent, as long as the card is valid
   * @param validUntil the last day
   */
  record Balance(Money balance, LocalDate validUntil) {}

  /** 404 for a code that no usable card has, 429 after several of them in a row. */
  @PostMapping("/api/shop/gift-cards/balance")
  Balance balance(@RequestBody TypedCode typed, HttpServletRequest request) {
    Outcome outcome = codes.find(typed.read("code"), ServletAccessFilter.caller(request).subject());
    if (outcome instanceof Outcome.Found found) {
      return new Balance(found.card().balance(), found.card().validUntil());
    }
    if (outcome instanceof Outcome.Paused paused) {
      throw BadRequestException.tooMany(
          "too many wrong codes", Duration.between(clock.instant(), paused.until()));
    }
    throw BadRequestException.notFound("no gift card that can be used has this code");
  }
}
