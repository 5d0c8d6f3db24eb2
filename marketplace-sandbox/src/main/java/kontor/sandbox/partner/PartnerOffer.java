package kontor.sandbox.partner;

import java.util.HashMap;
import java.util.Map;

/** An article as the seller's files describe it, cell by cell: what a file leaves out stays. */
public record PartnerOffer(String sku, Map<String, String> cells, int quantity) {

  public PartnerOffer {
    cells = Map.copyOf(cells);
  }

  PartnerOffer with(Map<String, String> others, int units) {
    Map<String, String> all = new HashMap<>(cells);
    all.putAll(others);
    return new PartnerOffer(sku, all, units);
  }

  String cell(String name) {
    return cells.getOrDefault(name, "");
  }

  PartnerOffer sell(int units) {
    return new PartnerOffer(sku, cells, quantity - units);
  }
}
