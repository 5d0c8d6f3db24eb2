package kontor.connector.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Placement;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Form;
import kontor.connector.channel.ProductType.Part;
import kontor.contracts.Money;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.VariantOption;

/** An article and what is wanted of it. */
final class Samples {

  static final ProductId SHIRT = new ProductId("shirt");
  static final Sku SHIRT_M = new Sku("SHIRT-M");

  /** As a marketplace wants shirts. */
  static final ProductType TYPE =
      new ProductType(
          "SHIRT",
          "Shirt",
          "1",
          List.of(
              Attribute.of("item_name", "title", Part.TITLE, true, 20),
              Attribute.of("brand", "brand", Part.BRAND, true, 10),
              new Attribute(
                  "gtin",
                  "GTIN",
                  Part.GTIN,
                  true,
                  Form.TEXT,
                  0,
                  List.of(),
                  0,
                  Optional.of("exempt")),
              Attribute.of("picture", "picture", Part.PICTURE, true, 0),
              other("color", true, Form.TEXT, List.of()),
              other("department", false, Form.TEXT, List.of("mens", "womens")),
              other("weight", false, Form.MEASURE, List.of("grams")),
              other("exempt", false, Form.YES_NO, List.of())),
          0);

  private Samples() {}

  private static Attribute other(String name, boolean required, Form form, List<String> allowed) {
    return new Attribute(name, name, Part.OTHER, required, form, 0, allowed, 0, Optional.empty());
  }

  static ProductPublished product(String... categories) {
    return new ProductPublished(
        SHIRT, List.of(), null, List.of(categories), TaxClass.STANDARD, List.of());
  }

  /** As it is offered everywhere. */
  static Offer plain() {
    return new Offer(
        SHIRT_M,
        "Hemd, Grün",
        "Schön.",
        null,
        null,
        List.of(new VariantOption("Farbe", "Grün")),
        List.of("/media/1.png"),
        Money.of("19.90", "EUR"),
        new Quantity(5));
  }

  static Offer with(Map<String, List<String>> attributes) {
    return with("Hemd, Grün", attributes, Set.of());
  }

  static Offer with(String title, Map<String, List<String>> attributes, Set<Part> asWritten) {
    return new Offer(
        SHIRT_M,
        title,
        "Schön.",
        null,
        null,
        List.of(),
        List.of("/media/1.png"),
        Money.of("19.90", "EUR"),
        new Quantity(5),
        new Placement(Optional.of("SHIRT"), attributes, asWritten));
  }
}
