package kontor.catalog.imports.format;

import java.util.Map;
import kontor.catalog.imports.table.Row;

/** Tells which rows of a file make up one product; reads all rows once, in their order. */
public interface RowKeys {

  /** The same for all rows of a product. */
  String key(Row row);

  /** Keys that turned out to be other names of another key. */
  default Map<String, String> aliases() {
    return Map.of();
  }
}
