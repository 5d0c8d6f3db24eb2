package kontor.connector.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Part;
import kontor.connector.content.Gap.Kind;

/** What is wrong with values that are said of an article. */
final class WrongValues {

  private WrongValues() {}

  /** What is wrong with values, each kind of fault once. */
  static List<Gap> of(Attribute attribute, List<String> values, boolean limited) {
    List<Gap> gaps = new ArrayList<>();
    if (attribute.most() > 0 && values.size() > attribute.most()) {
      gaps.add(tooMany(attribute, values.size()));
    }
    for (String value : values) {
      if (limited && attribute.longest() > 0 && value.length() > attribute.longest()) {
        gaps.add(tooLong(attribute, value));
      } else {
        notAllowed(attribute, value).ifPresent(gaps::add);
      }
    }
    return gaps;
  }

  private static Gap tooMany(Attribute attribute, int values) {
    return new Gap(
        attribute.name(),
        attribute.title(),
        Kind.NOT_ALLOWED,
        capital(attribute.title()) + " has " + values + " values.",
        attribute.most() == 1 ? "Leave one of them." : "Leave at most " + attribute.most() + ".");
  }

  private static Gap tooLong(Attribute attribute, String value) {
    return new Gap(
        attribute.name(),
        attribute.title(),
        Kind.TOO_LONG,
        capital(attribute.title())
            + " has "
            + value.length()
            + " characters, "
            + attribute.longest()
            + " are allowed.",
        attribute.part() == Part.SKU ? "The article needs another SKU." : "Shorten it.");
  }

  private static Optional<Gap> notAllowed(Attribute attribute, String value) {
    String wants = Forms.objection(attribute, value);
    if (wants.isEmpty()) {
      return Optional.empty();
    }
    String shown = value.length() <= 60 ? value : value.substring(0, 60) + "…";
    return Optional.of(
        new Gap(
            attribute.name(),
            attribute.title(),
            Kind.NOT_ALLOWED,
            capital(attribute.title()) + " is '" + shown + "'.",
            "It must be " + wants + "."));
  }

  /** As a sentence begins. */
  static String capital(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
