package kontor.connector.repricing;

import kontor.contracts.Money;

/**
 * How fast a rule may change a price, so that two sellers' rules do not chase each other down.
 *
 * @param changesPerDay at most so many in any 24 hours
 * @param percentPerChange by at most so much of the price before; one cent is always allowed
 * @param leastStep a smaller change is not worth it
 * @param turnMinutes after a change the price does not go the other way for so long
 */
public record ChangeCap(
    int changesPerDay, Percentage percentPerChange, Money leastStep, int turnMinutes) {

  private static final int MOST_CHANGES = 500;
  private static final int DAY = 1_440;

  public ChangeCap {
    if (changesPerDay < 1 || changesPerDay > MOST_CHANGES) {
      throw new FieldException("cap.changesPerDay", "must be from 1 to " + MOST_CHANGES);
    }
    if (percentPerChange.basisPoints() < 1) {
      throw new FieldException("cap.percentPerChange", "must be more than 0");
    }
    if (leastStep.isNegative()) {
      throw new FieldException("cap.leastStep", "must not be negative");
    }
    if (turnMinutes < 0 || turnMinutes > DAY) {
      throw new FieldException("cap.turnMinutes", "must be from 0 to " + DAY);
    }
  }
}
