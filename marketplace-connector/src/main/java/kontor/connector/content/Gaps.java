package kontor.connector.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Part;
import kontor.connector.channel.ProductTypes;
import kontor.connector.content.Gap.Kind;
import kontor.contracts.product.ProductEvent.VariantOption;

/** What an article lacks for a marketplace, found before anything is sent. */
public final class Gaps {

  private Gaps() {}

  /**
   * What keeps the offer from going there; nothing is known where the marketplace does not say what
   * it wants.
   *
   * @throws kontor.connector.channel.ChannelException when the marketplace has to be asked and does
   *     not answer now
   */
  public static List<Gap> of(MarketplaceChannel channel, Offer offer) {
    if (!(channel instanceof ProductTypes types)) {
      return List.of();
    }
    Optional<String> category = offer.placement().category();
    return types
        .productType(category)
        .map(
            type -> {
              List<Gap> gaps = of(channel.title(), type, offer);
              gaps.addAll(SpecialGaps.of(types, type, offer, gaps));
              return gaps;
            })
        .orElseGet(() -> List.of(noCategory(channel.title(), category.orElse("by default"))));
  }

  /** There is no such category. */
  public static Gap noCategory(String channel, String category) {
    return new Gap(
        "category",
        "a category",
        Kind.UNKNOWN,
        channel + " has no category '" + category + "' for articles.",
        "Map our category to another one.");
  }

  /** What an offer lacks for this type, in the order in which the type asks. */
  public static List<Gap> of(String channel, ProductType type, Offer offer) {
    List<Gap> gaps = new ArrayList<>();
    for (Attribute attribute : type.attributes()) {
      List<String> values = values(attribute, offer);
      boolean excused =
          attribute
              .unless()
              .flatMap(other -> offer.placement().first(other))
              .filter("true"::equals)
              .isPresent();
      if (!values.isEmpty()) {
        boolean cut = attribute.part() == Part.TITLE || attribute.part() == Part.DESCRIPTION;
        boolean limited = !cut || offer.placement().asWritten().contains(attribute.part());
        gaps.addAll(WrongValues.of(attribute, values, limited));
      } else if (attribute.required() && !excused) {
        gaps.add(missing(attribute));
      }
    }
    gaps.addAll(unknown(channel, type, offer.placement().attributes()));
    return gaps;
  }

  /** What is said of it: by the marketplace's name of it first, else as a part of our article. */
  private static List<String> values(Attribute attribute, Offer offer) {
    List<String> given = offer.placement().attributes().getOrDefault(attribute.name(), List.of());
    if (!given.isEmpty()) {
      return given;
    }
    return switch (attribute.part()) {
      case SKU -> List.of(offer.sku().value());
      case TITLE -> filled(offer.title());
      case DESCRIPTION -> filled(offer.text());
      case BRAND -> filled(offer.brand() == null ? "" : offer.brand());
      case GTIN -> filled(offer.gtin() == null ? "" : offer.gtin().value());
      case PICTURE -> offer.images();
      case OPTION ->
          offer.options().stream()
              .filter(option -> option.name().equals(attribute.name()))
              .map(VariantOption::value)
              .toList();
      case OTHER -> List.of();
    };
  }

  private static List<String> filled(String value) {
    return value.isBlank() ? List.of() : List.of(value);
  }

  static Gap missing(Attribute attribute) {
    String todo =
        switch (attribute.part()) {
          case TITLE, DESCRIPTION -> "Write one at the product, or one for this marketplace.";
          case BRAND -> "Enter it at the product, or set '%s' for the category.";
          case GTIN ->
              attribute
                  .unless()
                  .map(other -> "Enter it at the article, or set '" + other + "' if you may.")
                  .orElse("Enter it at the article.");
          case PICTURE -> "Add one at the article, or one for this marketplace.";
          case SKU, OPTION, OTHER ->
              "Set '%s' for the category or the article, or map one of our options to it.";
        };
    return new Gap(
        attribute.name(),
        attribute.title(),
        Kind.MISSING,
        WrongValues.capital(attribute.title()) + " is missing.",
        todo.replace("%s", attribute.name()));
  }

  private static List<Gap> unknown(
      String channel, ProductType type, Map<String, List<String>> attributes) {
    List<Gap> gaps = new ArrayList<>();
    attributes.forEach(
        (name, values) -> {
          if (type.attribute(name).isPresent()) {
            return;
          }
          if (type.longestOther() == 0) {
            gaps.add(
                new Gap(
                    name,
                    "'" + name + "'",
                    Kind.UNKNOWN,
                    channel + " knows no '" + name + "' of " + type.title() + ".",
                    "Leave it out."));
          } else {
            Attribute other = Attribute.of(name, name, Part.OTHER, false, type.longestOther());
            gaps.addAll(WrongValues.of(other, values, true));
          }
        });
    return gaps;
  }
}
