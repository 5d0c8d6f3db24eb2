package kontor.catalog.product;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kontor.catalog.edit.Fault;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;

/** What a product must be like, whoever publishes it. */
final class ProductRules {

  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_DESCRIPTION = 50_000;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PATH = 300;
  private static final int MOST_VARIANTS = 500;
  private static final int MOST_PARTS = 50;
  private static final int MOST_BYTES = 300_000;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final List<Fault> faults = new ArrayList<>();

  private ProductRules() {}

  /** All that is wrong with it, in the order of its fields. */
  static List<Fault> faults(ProductPublished product) {
    ProductRules rules = new ProductRules();
    rules.texts(product.texts());
    rules.name("brand", product.brand() == null ? "-" : product.brand(), LONGEST_NAME);
    rules.categories(product.categories());
    rules.variants(product.variants());
    rules.size(product);
    return rules.faults;
  }

  /** What is published must fit into one message, whose limit is well above this. */
  private void size(ProductPublished product) {
    int bytes = product.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      add(
          "variants",
          "the product as a whole is too large: " + bytes + " bytes, at most " + MOST_BYTES);
    }
  }

  private void texts(List<ProductText> texts) {
    if (texts.isEmpty()) {
      add("texts", "a product needs a title in at least one language");
    }
    Set<String> languages = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      ProductText text = texts.get(i);
      String at = "texts[" + i + "].";
      if (!LANGUAGES.contains(text.language())) {
        add(at + "language", "'" + text.language() + "' is not a language by ISO 639-1");
      } else if (!languages.add(text.language())) {
        add(at + "language", "'" + text.language() + "' is there twice");
      }
      name(at + "title", text.title(), LONGEST_TITLE);
      if (text.description().length() > LONGEST_DESCRIPTION) {
        add(at + "description", "is longer than " + LONGEST_DESCRIPTION + " characters");
      }
    }
  }

  private void categories(List<String> paths) {
    few("categories", paths.size(), MOST_PARTS);
    for (int i = 0; i < paths.size(); i++) {
      String at = "categories[" + i + "]";
      name(at, paths.get(i), LONGEST_PATH);
      for (String part : paths.get(i).split(" > ", -1)) {
        if (part.isBlank()) {
          add(at, "a part of the path '" + paths.get(i) + "' is empty");
        }
      }
    }
  }

  private void variants(List<Variant> variants) {
    if (variants.isEmpty()) {
      add("variants", "a product needs at least one variant");
    }
    few("variants", variants.size(), MOST_VARIANTS);
    Set<Object> names = new HashSet<>();
    Set<List<VariantOption>> forms = new HashSet<>();
    for (int i = 0; i < variants.size(); i++) {
      Variant variant = variants.get(i);
      String at = "variants[" + i + "].";
      if (!names.add(variant.sku())) {
        add(at + "sku", "'" + variant.sku() + "' is there twice");
      }
      if (variant.gtin() != null && !names.add(variant.gtin())) {
        add(at + "gtin", "'" + variant.gtin() + "' is there twice");
      }
      if (!forms.add(variant.options())) {
        add(at + "options", "another variant has the same options: " + shown(variant.options()));
      }
      variant(at, variant);
    }
  }

  private void variant(String at, Variant variant) {
    Integer weight = variant.weightGrams();
    if (weight != null && weight < 0) {
      add(at + "weightGrams", weight + " is below zero");
    }
    name(at + "sku", variant.sku().value(), LONGEST_NAME);
    options(at, variant.options());
    few(at + "images", variant.images().size(), MOST_PARTS);
    for (int i = 0; i < variant.images().size(); i++) {
      if (!isAddress(variant.images().get(i))) {
        add(at + "images[" + i + "]", "not an address: '" + variant.images().get(i) + "'");
      }
    }
    few(at + "components", variant.components().size(), MOST_PARTS);
  }

  private void options(String at, List<VariantOption> options) {
    few(at + "options", options.size(), MOST_PARTS);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      String option = at + "options[" + i + "].";
      name(option + "name", options.get(i).name(), LONGEST_NAME);
      name(option + "value", options.get(i).value(), LONGEST_NAME);
      if (!names.add(options.get(i).name())) {
        add(option + "name", "'" + options.get(i).name() + "' is there twice");
      }
    }
  }

  /** A web address, or a path on this shop. */
  private static boolean isAddress(String image) {
    try {
      URI address = new URI(image);
      String scheme = address.getScheme();
      return scheme == null
          ? image.startsWith("/")
          : scheme.matches("(?i)https?") && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String shown(List<VariantOption> options) {
    return options.isEmpty()
        ? "none"
        : String.join(", ", options.stream().map(o -> o.name() + " " + o.value()).toList());
  }

  private void name(String field, String text, int longest) {
    if (text.isBlank()) {
      add(field, "is empty");
    } else if (text.length() > longest) {
      add(field, "is longer than " + longest + " characters");
    } else if (text.codePoints().anyMatch(ProductRules::isNoCharacter)) {
      add(field, "holds what is no character to be read");
    }
  }

  /** A control character, or half of one that UTF-16 writes as two. */
  private static boolean isNoCharacter(int code) {
    return Character.isISOControl(code)
        || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
  }

  private void few(String field, int count, int most) {
    if (count > most) {
      add(field, count + " are more than " + most);
    }
  }

  private void add(String field, String message) {
    faults.add(new Fault(field, message));
  }
}
