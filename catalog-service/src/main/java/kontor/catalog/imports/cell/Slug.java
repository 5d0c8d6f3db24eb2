package kontor.catalog.imports.cell;

import java.text.Normalizer;
import java.util.Locale;

/** A name in the form that can stand in an address: {@code Süße Tasse} is {@code suesse-tasse}. */
public final class Slug {

  private static final int LONGEST = 100;

  private Slug() {}

  /** Empty when the name has neither letters nor digits. */
  public static String of(String name) {
    String spelled =
        name.strip()
            .toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String slug =
        Normalizer.normalize(spelled, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
            .replaceAll("^-+|-+$", "");
    return slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug;
  }
}
