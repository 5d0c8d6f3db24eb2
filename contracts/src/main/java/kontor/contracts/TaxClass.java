package kontor.contracts;

/** Which VAT rate an article falls under; the rate itself depends on country and day. */
public enum TaxClass {
  /** The general rate, in Germany § 12 (1) UStG. */
  STANDARD,
  /** The lower rate of books, food and the like, in Germany § 12 (2) UStG. */
  REDUCED,
  /** Free of VAT. */
  ZERO
}
