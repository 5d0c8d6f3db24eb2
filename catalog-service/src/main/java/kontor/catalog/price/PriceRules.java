package kontor.catalog.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kontor.catalog.edit.Fault;
import kontor.contracts.price.PriceEvent.Price;

/** What a list of prices must be like, whoever sets it. */
final class PriceRules {

  private static final int MOST = 200;

  private PriceRules() {}

  static List<Fault> faults(List<Price> prices) {
    List<Fault> faults = new ArrayList<>();
    if (prices.size() > MOST) {
      faults.add(new Fault("prices", prices.size() + " are more than " + MOST));
    }
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < prices.size(); i++) {
      Price price = prices.get(i);
      String at = "prices[" + i + "].";
      if (price.from() != null && price.until() != null && !price.from().isBefore(price.until())) {
        faults.add(new Fault(at + "until", "must be later than from"));
      }
      if (price.customerGroup() != null && price.customerGroup().isBlank()) {
        faults.add(new Fault(at + "customerGroup", "is empty; leave it out for all customers"));
      }
      if (!seen.add(scope(price))) {
        faults.add(new Fault(at + "amount", "another price holds for the same buyers and time"));
      }
    }
    return faults;
  }

  /** Two amounts for the same buyers, quantity and time would leave it to chance. */
  private static List<Object> scope(Price price) {
    return Arrays.asList(
        price.amount().currency(),
        price.minQuantity(),
        String.valueOf(price.channel()),
        String.valueOf(price.customerGroup()),
        String.valueOf(price.from()),
        String.valueOf(price.until()));
  }
}
