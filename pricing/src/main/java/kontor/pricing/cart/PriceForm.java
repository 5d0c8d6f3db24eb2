package kontor.pricing.cart;

/** How prices are shown and added up for a buyer. */
public enum PriceForm {
  /** VAT included and taken out at the end: consumers (§ 3 PAngV). */
  GROSS,
  /** VAT added at the end: businesses. */
  NET
}
