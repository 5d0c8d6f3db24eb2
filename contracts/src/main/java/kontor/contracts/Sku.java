package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A stock-keeping unit: the seller's own name for one sellable article. Case-sensitive; 1 to 40
 * characters, the shortest limit of the marketplaces we sell on (Amazon 40, eBay 50). Real ones
 * hold spaces, slashes, percent signs and umlauts, so whoever puts one into a URL encodes it.
 */
public record Sku(@JsonValue String value) implements Comparable<Sku> {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sku {
    if (value.length() > 40
        || !value.equals(value.strip())
        || value.isEmpty()
        || value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a SKU: '" + value + "'");
    }
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
