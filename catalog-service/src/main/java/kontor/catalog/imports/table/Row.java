package kontor.catalog.imports.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line in the file where it begins, counted from 1
 * @param cells as many as the header has columns
 * @param fault what is wrong with the row as such, empty when nothing is
 */
public record Row(long line, Header header, List<String> cells, String fault) {

  public Row {
    cells = List.copyOf(cells);
  }

  /** What the cell says, without outer blanks; empty when the column is not there. */
  public String text(String column) {
    int place = header.place(column);
    return place < 0 ? "" : cells.get(place);
  }

  public boolean says(String column) {
    return !text(column).isEmpty();
  }
}
