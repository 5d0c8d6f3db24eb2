package kontor.order.document;

import java.util.List;

/**
 * What stands on a printed document, in the order of reading.
 *
 * @param sender the line above the address
 * @param facts numbers and dates beside the address
 * @param sums below the table; the last one counts
 * @param notes what the buyer wrote, each in a frame of its own; may have several lines
 * @param footer columns at the foot of each page
 */
public record Letter(
    Language language,
    String title,
    String sender,
    List<String> recipient,
    List<Fact> facts,
    Table table,
    List<Fact> sums,
    List<String> remarks,
    List<Fact> notes,
    List<List<String>> footer) {

  /** Without notes. */
  public Letter(
      Language language,
      String title,
      String sender,
      List<String> recipient,
      List<Fact> facts,
      Table table,
      List<Fact> sums,
      List<String> remarks,
      List<List<String>> footer) {
    this(language, title, sender, recipient, facts, table, sums, remarks, List.of(), footer);
  }

  public Letter {
    recipient = List.copyOf(recipient);
    facts = List.copyOf(facts);
    sums = List.copyOf(sums);
    remarks = List.copyOf(remarks);
    notes = List.copyOf(notes);
    footer = List.copyOf(footer);
  }

  /** Something that has a name. */
  public record Fact(String label, String value) {}

  /**
   * @param rows each with a cell per column
   */
  public record Table(List<Column> columns, List<List<String>> rows) {

    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param figures whether its cells are aligned to the right
   */
  public record Column(String label, boolean figures) {

    static Column text(String label) {
      return new Column(label, false);
    }

    static Column figures(String label) {
      return new Column(label, true);
    }
  }
}
