package kontor.pricing.quote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import kontor.contracts.Money;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.promotion.AppliedPromotion;

/**
 * The fingerprint of a quote: SHA-256 over a text with one row per thing that is paid, cells parted
 * by tabs (no SKU or id can hold one), lines sorted by SKU. The first row names the layout.
 */
final class QuoteHash {

  private static final String LAYOUT = "kontor-quote-1";

  private QuoteHash() {}

  static String of(
      PriceForm form,
      Collection<QuoteLine> lines,
      List<AppliedPromotion> promotions,
      ShippingLine shipping,
      QuoteTotals totals) {
    StringBuilder text = new StringBuilder();
    row(text, LAYOUT, form, totals.grand().currency());
    lines.stream().sorted(Comparator.comparing(QuoteLine::sku)).forEach(line -> row(text, line));
    promotions.forEach(p -> row(text, "promotion", p.promotion(), minor(p.discount())));
    shipping
        .parts()
        .forEach(p -> row(text, "shipping", p.taxRate(), minor(p.price()), minor(p.tax())));
    if (shipping.method() != null) {
      row(text, "method", shipping.method());
    }
    row(text, "total", minor(totals.net()), minor(totals.tax()), minor(totals.grand()));
    return sha256(text.toString());
  }

  private static void row(StringBuilder text, QuoteLine line) {
    row(
        text,
        "line",
        line.sku(),
        line.quantity(),
        minor(line.unitPrice()),
        minor(line.discount()),
        minor(line.total()),
        line.taxRate(),
        minor(line.tax()));
  }

  private static void row(StringBuilder text, Object... cells) {
    for (Object cell : cells) {
      text.append(cell).append('\t');
    }
    text.append('\n');
  }

  private static long minor(Money money) {
    return money.minor();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
