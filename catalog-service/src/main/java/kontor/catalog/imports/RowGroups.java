package kontor.catalog.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kontor.catalog.imports.cell.DecimalMark;
import kontor.catalog.imports.format.Format;
import kontor.catalog.imports.format.RowKeys;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;
import kontor.catalog.imports.table.Table;
import kontor.catalog.imports.table.TableFile;

/**
 * Which rows of a file make up one product, found in a first pass over the whole file. In a second
 * pass the rows of a product are handed on together as soon as the last of them has been read, so
 * that only unfinished products are in memory. A file that cannot be read to its end fails in the
 * first pass, before anything is changed.
 */
final class RowGroups {

  private final TableFile file;
  private final List<Integer> groupOfRow = new ArrayList<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final Map<Integer, Integer> sizes = new HashMap<>();
  private final DecimalMark mark;

  RowGroups(TableFile file, Format format) throws IOException {
    this.file = file;
    DecimalMark.Detector detector = new DecimalMark.Detector();
    RowKeys keys = format.keys();
    List<String> keyOfRow = new ArrayList<>();
    try (Table table = file.open()) {
      List<String> amounts = amounts(table.header(), format);
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        keyOfRow.add(keys.key(row.get()));
        amounts.stream().map(row.get()::text).forEach(detector::observe);
      }
    }
    Map<String, String> aliases = keys.aliases();
    for (String key : keyOfRow) {
      int group = groups.computeIfAbsent(aliases.getOrDefault(key, key), k -> groups.size());
      groupOfRow.add(group);
      sizes.merge(group, 1, Integer::sum);
    }
    mark = detector.mark();
  }

  private static List<String> amounts(Header header, Format format) {
    return header.names().stream()
        .filter(name -> format.isAmount(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  int rows() {
    return groupOfRow.size();
  }

  DecimalMark mark() {
    return mark;
  }

  /** Hands on the rows of each product, in the order in which products are complete. */
  void forEach(Consumer<List<Row>> product) throws IOException {
    Map<Integer, List<Row>> open = new HashMap<>();
    try (Table table = file.open()) {
      for (int group : groupOfRow) {
        Row row = table.next().orElseThrow();
        List<Row> rows = open.computeIfAbsent(group, g -> new ArrayList<>());
        rows.add(row);
        if (rows.size() == sizes.getOrDefault(group, 0)) {
          open.remove(group);
          product.accept(rows);
        }
      }
    }
  }
}
