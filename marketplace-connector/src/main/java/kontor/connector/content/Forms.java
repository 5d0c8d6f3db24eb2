package kontor.connector.content;

import java.util.List;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Form;

/** How values of attributes are written. */
final class Forms {

  private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,6})?";
  private static final int MOST_NAMED = 12;

  private Forms() {}

  /** What the value must be, if it is not; else empty. */
  static String objection(Attribute attribute, String value) {
    List<String> allowed = attribute.allowed();
    boolean fits =
        switch (attribute.form()) {
          case TEXT -> allowed.isEmpty() || allowed.contains(value);
          case NUMBER -> value.matches(NUMBER);
          case YES_NO -> value.equals("true") || value.equals("false");
          case MEASURE -> measures(value, allowed);
        };
    return fits ? "" : wanted(attribute.form(), allowed);
  }

  private static boolean measures(String value, List<String> units) {
    String[] parts = value.split(" ", 2);
    return parts.length == 2
        && parts[0].matches(NUMBER)
        && (units.isEmpty() || units.contains(parts[1]));
  }

  private static String wanted(Form form, List<String> allowed) {
    String named = String.join(", ", allowed.stream().limit(MOST_NAMED).toList());
    String some = allowed.size() > MOST_NAMED ? named + " …" : named;
    return switch (form) {
      case TEXT -> "one of " + some;
      case NUMBER -> "a number";
      case YES_NO -> "true or false";
      case MEASURE -> "a number, a space and a unit" + (some.isEmpty() ? "" : ": " + some);
    };
  }
}
