package kontor.catalog.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.format.StockCount;

/** What became of the rows of one import so far. Safe for threads. */
final class Tally {

  /** What became of a product. */
  enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED,
    LEFT_OUT
  }

  private Counts rows = Counts.NONE;
  private Counts products = Counts.NONE;
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<StockCount> stock = new ArrayList<>();
  private final Map<String, Integer> notes = new LinkedHashMap<>();

  synchronized void count(Outcome outcome, int rowsOfProduct) {
    rows = rows.plus(outcome, rowsOfProduct);
    products = products.plus(outcome, 1);
  }

  synchronized void flaws(List<Flaw> found) {
    flaws.addAll(found);
  }

  synchronized void stock(List<StockCount> counts) {
    stock.addAll(counts);
  }

  synchronized void note(String what) {
    notes.merge(what, 1, Integer::sum);
  }

  synchronized Counts rows() {
    return rows;
  }

  synchronized Counts products() {
    return products;
  }

  /** In the file's order. */
  synchronized List<Flaw> flaws() {
    return flaws.stream().sorted(Comparator.comparingLong(Flaw::line)).toList();
  }

  synchronized List<StockCount> stock() {
    return stock.stream().sorted(Comparator.comparing(StockCount::sku)).toList();
  }

  synchronized List<String> notes() {
    return notes.entrySet().stream()
        .map(note -> note.getKey() + " (" + note.getValue() + " products)")
        .toList();
  }
}
