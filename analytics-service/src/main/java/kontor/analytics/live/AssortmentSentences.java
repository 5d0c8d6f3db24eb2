package kontor.analytics.live;

import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.ProductWithdrawn;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.promotion.PromotionEvent.PromotionEnded;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;

/** What we offer, and for how much. */
final class AssortmentSentences {

  private AssortmentSentences() {}

  static Sentence tell(ProductEvent event) {
    if (event instanceof ProductPublished e) {
      int variants = e.variants().size();
      String more = variants > 1 ? " (" + variants + ")" : "";
      return new Sentence(
          "On offer: " + title(e, "en") + more, "Im Angebot: " + title(e, "de") + more);
    }
    if (event instanceof ProductWithdrawn e) {
      return new Sentence(
          "No longer on offer: " + e.product(), "Nicht mehr im Angebot: " + e.product());
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  static Sentence tell(PriceEvent event) {
    if (event instanceof PricesSet e) {
      return e.prices().isEmpty() ? notForSale(e) : prices(e);
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  static Sentence tell(PromotionEvent event) {
    if (event instanceof PromotionPublished e) {
      Sentence off = off(e);
      return new Sentence(
          "Promotion \"" + e.name() + "\": " + off.english() + " off",
          "Aktion „" + e.name() + "“: " + off.german() + " Nachlass");
    }
    if (event instanceof PromotionEnded e) {
      return new Sentence(
          "Promotion " + e.promotion() + " has ended", "Aktion " + e.promotion() + " ist beendet");
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  private static Sentence notForSale(PricesSet event) {
    return new Sentence(
        event.sku() + " has no price any more", event.sku() + " hat keinen Preis mehr");
  }

  private static Sentence prices(PricesSet event) {
    Price first = event.prices().get(0);
    Sentence amount = Words.money(first.amount());
    int others = event.prices().size() - 1;
    return new Sentence(
        "Price of "
            + event.sku()
            + ": "
            + amount.english()
            + (first.taxIncluded() ? "" : " without VAT")
            + (others == 0 ? "" : " and " + others + " more"),
        "Preis von "
            + event.sku()
            + ": "
            + amount.german()
            + (first.taxIncluded() ? "" : " ohne USt.")
            + (others == 0 ? "" : " und " + others + " weitere"));
  }

  private static Sentence off(PromotionPublished event) {
    var amount = event.amountOff();
    if (amount != null) {
      return Words.money(amount);
    }
    Integer basisPoints = event.percentOff();
    int points = basisPoints == null ? 0 : basisPoints;
    String percent = java.math.BigDecimal.valueOf(points, 2).stripTrailingZeros().toPlainString();
    return new Sentence(percent + " %", percent.replace('.', ',') + " %");
  }

  /** The title in this language, else in the shop's own. */
  private static String title(ProductPublished event, String language) {
    return event.texts().stream()
        .filter(text -> text.language().equals(language))
        .findFirst()
        .or(() -> event.texts().stream().findFirst())
        .map(ProductText::title)
        .orElse(event.product().value());
  }
}
