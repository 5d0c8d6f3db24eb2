package kontor.analytics.sales;

/**
 * What is counted under one key. A booking's tally may be negative: a return, a refund.
 *
 * @param units units of confirmed orders, less those returned or cancelled
 * @param gross revenue of confirmed orders in minor units, VAT included, less what went back
 * @param tax the VAT contained in {@code gross}
 */
public record Tally(
    long placed, long confirmed, long cancelled, long rejected, long units, long gross, long tax) {

  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

  static Tally ofPlaced() {
    return new Tally(1, 0, 0, 0, 0, 0, 0);
  }

  static Tally ofRejected() {
    return new Tally(0, 0, 0, 1, 0, 0, 0);
  }

  static Tally ofCancelled(long units, long gross, long tax) {
    return new Tally(0, 0, 1, 0, units, gross, tax);
  }

  static Tally ofConfirmed(long units, long gross, long tax) {
    return new Tally(0, 1, 0, 0, units, gross, tax);
  }

  static Tally ofGoods(long units, long gross, long tax) {
    return new Tally(0, 0, 0, 0, units, gross, tax);
  }

  public Tally plus(Tally other) {
    return new Tally(
        placed + other.placed,
        confirmed + other.confirmed,
        cancelled + other.cancelled,
        rejected + other.rejected,
        units + other.units,
        Math.addExact(gross, other.gross),
        Math.addExact(tax, other.tax));
  }

  /** Revenue without VAT, in minor units. */
  public long net() {
    return gross - tax;
  }
}
