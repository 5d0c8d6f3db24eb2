package kontor.order.cart;

import java.time.LocalDate;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer should know about a line of his cart.
 *
 * @param text to be shown to him
 * @param available how many can be had now, where that is the matter
 * @param oldPrice of one unit, as last shown; {@code newPrice} as it is now
 * @param promisedOn when units come that are not here; absent: nobody knows
 */
public record LineNotice(
    Code code,
    Text text,
    @Nullable Quantity available,
    @Nullable Money oldPrice,
    @Nullable Money newPrice,
    @Nullable LocalDate promisedOn) {

  /** What it is about. */
  public enum Code {
    OUT_OF_STOCK,
    FEWER_AVAILABLE,
    NOT_FOR_SALE,
    PRICE_CHANGED,
    BACKORDERED,
    /** Two carts became one, and together they held more than can be had. */
    REDUCED
  }

  /** The same in German and English. */
  public record Text(String de, String en) {}

  /** Whether the line cannot be ordered as it stands, whatever it costs. */
  public boolean blocks() {
    return code == Code.OUT_OF_STOCK || code == Code.FEWER_AVAILABLE || code == Code.NOT_FOR_SALE;
  }

  /** Whether a unit costs more than the buyer was shown. */
  public boolean dearer() {
    return oldPrice != null && newPrice != null && newPrice.compareTo(oldPrice) > 0;
  }

  static LineNotice notForSale() {
    Text text = new Text("Nicht mehr im Angebot.", "No longer for sale.");
    return new LineNotice(Code.NOT_FOR_SALE, text, null, null, null, null);
  }

  static LineNotice outOfStock() {
    Text text = new Text("Zurzeit ausverkauft.", "Out of stock at the moment.");
    return new LineNotice(Code.OUT_OF_STOCK, text, Quantity.ZERO, null, null, null);
  }

  static LineNotice fewer(Quantity available) {
    Text text =
        new Text(
            "Nur noch " + available + " Stück verfügbar.", "Only " + available + " available.");
    return new LineNotice(Code.FEWER_AVAILABLE, text, available, null, null, null);
  }

  static LineNotice backordered(Quantity here, @Nullable LocalDate promisedOn) {
    Text text =
        promisedOn == null
            ? new Text("Lieferung, sobald die Ware eintrifft.", "Ships as soon as it arrives.")
            : new Text(
                "Voraussichtlich lieferbar ab " + NoticeText.german(promisedOn) + ".",
                "Expected to ship from " + NoticeText.english(promisedOn) + ".");
    return new LineNotice(Code.BACKORDERED, text, here, null, null, promisedOn);
  }

  static LineNotice priceChanged(Money before, Money now) {
    Text text =
        new Text(
            "Der Preis hat sich von %s auf %s geändert."
                .formatted(NoticeText.german(before), NoticeText.german(now)),
            "The price has changed from %s to %s."
                .formatted(NoticeText.english(before), NoticeText.english(now)));
    return new LineNotice(Code.PRICE_CHANGED, text, null, before, now, null);
  }

  static LineNotice reduced(Quantity summed, Quantity left) {
    Text text =
        new Text(
            "Beim Anmelden von %s auf %s verfügbare Stück verringert.".formatted(summed, left),
            "Reduced at sign-in from %s to the %s available.".formatted(summed, left));
    return new LineNotice(Code.REDUCED, text, left, null, null, null);
  }
}
