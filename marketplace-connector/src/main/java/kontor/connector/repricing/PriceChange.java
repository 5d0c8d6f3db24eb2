package kontor.connector.repricing;

import java.time.Instant;
import kontor.contracts.Money;

/** A price that a rule changed. */
record PriceChange(Instant at, Money from, Money to) {

  boolean upwards() {
    return to.compareTo(from) > 0;
  }
}
