package kontor.catalog.imports.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;

/** How one shop system writes down products. */
public interface Format {

  /** Its name, for people. */
  String name();

  /** Whether a file with this header is of this system. */
  boolean fits(Header header);

  /** A column without which the file cannot be read, when it lacks one. */
  default Optional<String> missing(Header header) {
    return Optional.empty();
  }

  RowKeys keys();

  /** Whether the column holds amounts, which tell how the file writes decimals. */
  boolean isAmount(String column);

  /** What the rows of one product say; all their flaws, not only the first. */
  Draft draft(List<Row> rows, Reading reading);

  /**
   * The columns behind the parts of a product, for what is found out later: {@code sku}, {@code
   * gtin}, {@code title}, {@code price} …
   */
  Map<String, String> columns(Header header);

  /** All formats, the most telling first. */
  static List<Format> all() {
    return List.of(
        new KontorFormat(),
        new WooFormat(),
        new ShopwareFormat(),
        new MedusaFormat(),
        new VendureFormat(),
        new ShopifyFormat());
  }
}
