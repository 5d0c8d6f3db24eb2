package kontor.connector.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.connector.channel.Objection;
import kontor.connector.channel.Objection.Lacks;
import kontor.connector.channel.Objection.Refuses;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Placement;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Part;
import kontor.connector.channel.ProductTypes;
import kontor.connector.content.Gap.Kind;

/** What an article lacks because of something else that is said of it, in words. */
final class SpecialGaps {

  private SpecialGaps() {}

  /**
   * @param known gaps that it has in any case: what they are about is not looked at again
   */
  static List<Gap> of(ProductTypes types, ProductType type, Offer offer, List<Gap> known) {
    Set<String> named = known.stream().map(Gap::field).collect(Collectors.toSet());
    Placement placement = offer.placement();
    Map<String, List<String>> sound = new TreeMap<>(placement.attributes());
    sound.keySet().removeAll(named);
    Placement left = new Placement(placement.category(), sound, placement.asWritten());
    return types.objections(offer.with(left)).stream()
        .filter(one -> !named.contains(one.attribute()))
        .map(one -> gap(type, one))
        .toList();
  }

  private static Gap gap(ProductType type, Objection objection) {
    Attribute attribute = attribute(type, objection.attribute());
    if (objection instanceof Lacks lacks) {
      return lacking(type, attribute, lacks);
    }
    if (objection instanceof Refuses refuses) {
      return new Gap(
          attribute.name(),
          attribute.title(),
          Kind.NOT_ALLOWED,
          WrongValues.capital(attribute.title()) + " " + refuses.what() + because(refuses) + ".",
          "Change '" + attribute.name() + "' or leave it out.");
    }
    throw new IllegalArgumentException("no words for " + objection);
  }

  private static Gap lacking(ProductType type, Attribute attribute, Lacks lacks) {
    Gap plain = Gaps.missing(attribute);
    Optional<String> excuse = attribute.unless();
    String or =
        lacks.or().stream()
            .filter(name -> !excuse.equals(Optional.of(name)))
            .map(name -> " or " + attribute(type, name).title())
            .collect(Collectors.joining());
    return new Gap(
        plain.field(),
        plain.name(),
        plain.kind(),
        WrongValues.capital(attribute.title()) + or + " is missing" + because(lacks) + ".",
        plain.todo());
  }

  private static String because(Objection objection) {
    return objection.because().isEmpty() ? "" : ", because " + objection.because();
  }

  private static Attribute attribute(ProductType type, String name) {
    return type.attribute(name)
        .orElseGet(() -> Attribute.of(name, "'" + name + "'", Part.OTHER, true, 0));
  }
}
