package kontor.catalog.imports;

import kontor.catalog.imports.Tally.Outcome;

/**
 * How many rows, or products, came to what.
 *
 * @param read all that were seen so far
 * @param created new in this catalog
 * @param leftOut passed over because the import said so
 */
public record Counts(int read, int created, int changed, int unchanged, int refused, int leftOut) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  Counts plus(Outcome outcome, int count) {
    return new Counts(
        read + count,
        created + (outcome == Outcome.CREATED ? count : 0),
        changed + (outcome == Outcome.CHANGED ? count : 0),
        unchanged + (outcome == Outcome.UNCHANGED ? count : 0),
        refused + (outcome == Outcome.REFUSED ? count : 0),
        leftOut + (outcome == Outcome.LEFT_OUT ? count : 0));
  }
}
