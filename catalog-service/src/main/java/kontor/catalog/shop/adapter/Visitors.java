package kontor.catalog.shop.adapter;

import jakarta.inject.Singleton;
import java.util.Currency;
import kontor.catalog.edit.Refused;
import kontor.catalog.platform.PlatformSettings;
import kontor.catalog.shop.Showcase;
import kontor.contracts.CountryCode;
import kontor.pricing.cart.Buyer;
import kontor.pricing.tax.TaxRules;
import org.jspecify.annotations.Nullable;

/** Reads from a request in whose language and at whose prices the shop is shown. */
@Singleton
final class Visitors {

  private final TaxRules taxes;
  private final PlatformSettings.Shop shop;

  Visitors(TaxRules taxes, PlatformSettings settings) {
    this.taxes = taxes;
    this.shop = settings.shop();
  }

  /** Somebody who looks at the shop. */
  record Visitor(String language, Buyer buyer) {}

  /**
   * @param lang ISO 639-1; the shop's own when absent
   * @param country whose VAT applies; the shop's own when absent
   */
  Visitor visitor(@Nullable String lang, @Nullable String country) {
    return new Visitor(language(lang), buyer(country));
  }

  private String language(@Nullable String lang) {
    if (lang == null || lang.isEmpty()) {
      return shop.language();
    }
    if (!lang.matches("[a-z]{2}")) {
      throw Refused.field("lang", "must be a language by ISO 639-1, such as de");
    }
    return lang;
  }

  private Buyer buyer(@Nullable String country) {
    String code = country == null || country.isEmpty() ? shop.country() : country;
    if (!code.matches("[A-Z]{2}") || !taxes.countries().contains(new CountryCode(code))) {
      throw Refused.field("country", "'" + code + "' is no country whose VAT we know");
    }
    return Showcase.shopper(new CountryCode(code), Currency.getInstance(shop.currency()));
  }
}
