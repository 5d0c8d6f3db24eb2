package kontor.catalog.imports.format;

import java.util.List;
import java.util.Locale;
import kontor.catalog.imports.table.Header;

/** Vendure has a column once, or once per language: {@code name:en}, {@code name:de}. */
final class VendureColumns {

  private VendureColumns() {}

  /** The column itself, or its forms per language, in the file's order. */
  static List<String> of(Header header, String name) {
    return header.names().stream()
        .filter(column -> column.equals(name) || column.startsWith(name + ":"))
        .toList();
  }

  /** The column in the language, or else the first of its forms. */
  static String in(Header header, String name, String language) {
    List<String> forms = of(header, name);
    return forms.stream()
        .filter(column -> suffix(column).equals(language))
        .findFirst()
        .orElse(first(forms));
  }

  static String suffix(String column) {
    return column.contains(":") ? column.substring(column.indexOf(':') + 1) : "";
  }

  /** {@code zh_Hans} is Chinese. */
  static String language(String column) {
    return suffix(column).split("[_-]")[0].toLowerCase(Locale.ROOT);
  }

  static String first(List<String> columns) {
    return columns.isEmpty() ? "" : columns.get(0);
  }
}
