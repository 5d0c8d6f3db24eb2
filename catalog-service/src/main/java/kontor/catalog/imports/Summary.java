package kontor.catalog.imports;

/** What came of an import, in one sentence. */
final class Summary {

  private Summary() {}

  static String of(Tally tally) {
    Counts rows = tally.rows();
    if (rows.read() == 0) {
      return "the file holds no products";
    }
    if (rows.unchanged() == rows.read()) {
      return "nothing changed: all " + rows.read() + " rows stand in the catalog as they are";
    }
    String sentence =
        "%d rows read: %d new, %d changed, %d unchanged, %d refused"
            .formatted(
                rows.read(), rows.created(), rows.changed(), rows.unchanged(), rows.refused());
    return rows.leftOut() == 0 ? sentence : sentence + ", " + rows.leftOut() + " left out";
  }
}
