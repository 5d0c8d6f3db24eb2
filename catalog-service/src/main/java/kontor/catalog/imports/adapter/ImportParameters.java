package kontor.catalog.imports.adapter;

import jakarta.ws.rs.QueryParam;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import kontor.catalog.edit.Refused;
import kontor.catalog.imports.format.Options;
import kontor.catalog.platform.PlatformSettings;
import org.jspecify.annotations.Nullable;

/** What an import's address says about the file. */
public final class ImportParameters {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /** The file's name, where the body is the file itself. */
  @QueryParam("filename")
  @Nullable String filename;

  /** Of texts without a language; the shop's own when left out. */
  @QueryParam("language")
  @Nullable String language;

  /** Of amounts without a currency; the shop's own when left out. */
  @QueryParam("currency")
  @Nullable String currency;

  /** {@code gross} (when left out) or {@code net}: prices where the file leaves it open. */
  @QueryParam("prices")
  @Nullable String prices;

  /** {@code publish} (when left out) or {@code skip}: products that are drafts in their shop. */
  @QueryParam("drafts")
  @Nullable String drafts;

  Options options(PlatformSettings.Shop shop) {
    String spoken = language == null ? shop.language() : language;
    if (!LANGUAGES.contains(spoken)) {
      throw Refused.field("language", "'" + spoken + "' is not a language by ISO 639-1");
    }
    return new Options(
        spoken,
        currency(currency == null ? shop.currency() : currency),
        one("prices", prices, "gross", "net"),
        one("drafts", drafts, "publish", "skip"),
        shop.zone());
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw Refused.field("currency", "'" + code + "' is not an ISO 4217 currency");
    }
  }

  /** True for the first word, which is also meant by none. */
  private static boolean one(String field, @Nullable String said, String first, String second) {
    if (said == null || said.equals(first)) {
      return true;
    }
    if (said.equals(second)) {
      return false;
    }
    throw Refused.field(field, "must be " + first + " or " + second);
  }
}
