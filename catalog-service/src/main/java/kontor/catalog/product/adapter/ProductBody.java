package kontor.catalog.product.adapter;

import java.util.ArrayList;
import java.util.List;
import kontor.catalog.edit.Fault;
import kontor.catalog.edit.Refused;
import kontor.contracts.Gtin;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;
import org.jspecify.annotations.Nullable;

/**
 * A product as a manager sends it. What is left out is empty; what must not be is named.
 *
 * @param categories paths from the root, parts parted by {@code " > "}
 */
public record ProductBody(
    @Nullable List<Text> texts,
    @Nullable String brand,
    @Nullable List<String> categories,
    @Nullable TaxClass taxClass,
    @Nullable List<Form> variants) {

  private static final Sku NO_SKU = new Sku("-");

  /** Title and description in one language. */
  public record Text(
      @Nullable String language, @Nullable String title, @Nullable String description) {}

  /** One sellable form. */
  public record Form(
      @Nullable Sku sku,
      @Nullable Gtin gtin,
      @Nullable List<Option> options,
      @Nullable List<String> images,
      @Nullable Integer weightGrams,
      @Nullable List<Component> components) {}

  /** A property that tells variants apart. */
  public record Option(@Nullable String name, @Nullable String value) {}

  /** So many units of an article in one bundle. */
  public record Component(@Nullable Sku sku, @Nullable Quantity quantity) {}

  /** The product, when everything needed is there; otherwise what is missing. */
  ProductPublished product(ProductId id) {
    List<Fault> missing = new ArrayList<>();
    List<ProductText> words = new ArrayList<>();
    List<Text> given = list("texts", texts, missing);
    for (int i = 0; i < given.size(); i++) {
      Text text = given.get(i);
      String at = "texts[" + i + "].";
      words.add(
          new ProductText(
              need(at + "language", text.language, "", missing),
              need(at + "title", text.title, "", missing),
              text.description == null ? "" : text.description));
    }
    List<Variant> forms = new ArrayList<>();
    List<Form> wanted = list("variants", variants, missing);
    for (int i = 0; i < wanted.size(); i++) {
      forms.add(variant("variants[" + i + "].", wanted.get(i), missing));
    }
    TaxClass tax = taxClass == null ? TaxClass.STANDARD : taxClass;
    List<String> paths = list("categories", categories, missing);
    if (!missing.isEmpty()) {
      throw Refused.faults(missing);
    }
    return new ProductPublished(id, words, brand, paths, tax, forms);
  }

  private static Variant variant(String at, Form form, List<Fault> missing) {
    List<VariantOption> options = new ArrayList<>();
    List<Option> named = list(at + "options", form.options, missing);
    for (int i = 0; i < named.size(); i++) {
      String field = at + "options[" + i + "].";
      options.add(
          new VariantOption(
              need(field + "name", named.get(i).name, "", missing),
              need(field + "value", named.get(i).value, "", missing)));
    }
    List<BundleComponent> parts = new ArrayList<>();
    List<Component> components = list(at + "components", form.components, missing);
    for (int i = 0; i < components.size(); i++) {
      String field = at + "components[" + i + "].";
      parts.add(
          new BundleComponent(
              need(field + "sku", components.get(i).sku, NO_SKU, missing),
              need(field + "quantity", components.get(i).quantity, Quantity.ZERO, missing)));
    }
    return new Variant(
        need(at + "sku", form.sku, NO_SKU, missing),
        form.gtin,
        options,
        list(at + "images", form.images, missing),
        form.weightGrams,
        parts);
  }

  private static <T> T need(String field, @Nullable T value, T otherwise, List<Fault> missing) {
    if (value == null) {
      missing.add(new Fault(field, "is missing"));
      return otherwise;
    }
    return value;
  }

  /** Its items; empty when left out or when an item is null, which is then told. */
  private static <T> List<T> list(String field, @Nullable List<T> items, List<Fault> missing) {
    if (items == null) {
      return List.of();
    }
    int hole = items.indexOf(null);
    if (hole >= 0) {
      missing.add(new Fault(field + "[" + hole + "]", "is null"));
      return List.of();
    }
    return List.copyOf(items);
  }
}
