package kontor.order.giftcard.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kontor.contracts.GiftCardId;
import kontor.contracts.Money;
import kontor.eventstore.Origin;
import kontor.order.giftcard.CardDirectory;
import kontor.order.giftcard.GiftCard.Issued;
import kontor.order.giftcard.GiftCardCode;
import kontor.order.giftcard.GiftCards;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gift cards for the manager. */
@RestController
@RequestMapping("/api/admin/gift-cards")
class GiftCardResource {

  private static final int MOST = 200;

  private final GiftCards cards;
  private final CardDirectory directory;
  private final IssueRules rules;

  GiftCardResource(GiftCards cards, CardDirectory directory, IssueRules rules) {
    this.cards = cards;
    this.directory = directory;
    this.rules = rules;
  }

  /**
   * @param amount in the shop's currency
   * @param validUntil the last day; absent: the end of the third year after this one
   */
  record Wanted(@Nullable Money amount, @Nullable LocalDate validUntil) {}

  /**
   * Issues a card: 201 with its code, which is told this once. The same {@code Idempotency-Key}
   * with the same body gives the same card (200, without the code), with another body 422.
   */
  @PostMapping
  ResponseEntity<GiftCardAnswer> issue(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Wanted wanted,
      HttpServletRequest request) {
    if (key == null || !key.matches("[!-~]{1,100}")) {
      throw BadRequestException.field(
          "Idempotency-Key", "a header of 1 to 100 visible ASCII characters is needed");
    }
    Origin origin = RequestOrigin.of(request);
    GiftCardId id = GiftCardId.ofRequest(origin.actor(), key);
    Optional<Issued> before = cards.find(id);
    if (before.isPresent()) {
      return again(before.get(), wanted);
    }
    Money amount = rules.amount(wanted.amount);
    LocalDate until = rules.validUntil(wanted.validUntil, cards.today());
    GiftCards.New made = cards.issue(id, amount, until, origin);
    return made.code().isPresent()
        ? ResponseEntity.status(HttpStatus.CREATED)
            .header("Cache-Control", "no-store")
            .body(GiftCardAnswer.of(made.card(), made.code().map(GiftCardCode::printed).get()))
        : again(made.card(), wanted);
  }

  private static ResponseEntity<GiftCardAnswer> again(Issued card, Wanted wanted) {
    boolean same =
        card.amount().equals(wanted.amount)
            && (wanted.validUntil == null || card.validUntil().equals(wanted.validUntil));
    if (!same) {
      throw BadRequestException.unprocessable(
          "Idempotency-Key", "was used for another request before");
    }
    return ResponseEntity.ok(GiftCardAnswer.of(card, null));
  }

  /** The card with its balance and its movements by order. */
  @GetMapping("/{id}")
  GiftCardAnswer card(@PathVariable GiftCardId id) {
    return GiftCardAnswer.of(cards.find(id).orElseThrow(() -> unknown(id)), null);
  }

  /** From now on it pays no new order; may be repeated. */
  @PostMapping("/{id}/block")
  GiftCardAnswer block(@PathVariable GiftCardId id, HttpServletRequest request) {
    return GiftCardAnswer.of(
        cards.block(id, RequestOrigin.of(request)).orElseThrow(() -> unknown(id)), null);
  }

  private static BadRequestException unknown(GiftCardId id) {
    return BadRequestException.notFound("gift card " + id);
  }

  record Page(List<GiftCardAnswer> items, @Nullable String next) {}

  /** The newest first. */
  @GetMapping
  Page list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > MOST) {
      throw BadRequestException.field("limit", "must be from 1 to " + MOST);
    }
    if (cursor != null && !cursor.matches("\\d{14}-[0-9a-f-]{36}")) {
      throw BadRequestException.field("cursor", "is none of this list");
    }
    CardDirectory.Page page = directory.page(cursor, limit);
    return new Page(
        page.cards().stream()
            .flatMap(id -> cards.find(id).stream())
            .map(card -> GiftCardAnswer.of(card, null))
            .toList(),
        page.next());
  }
}
