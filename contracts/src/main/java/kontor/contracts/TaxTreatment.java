package kontor.contracts;

/** How VAT applies to a sale as a whole. */
public enum TaxTreatment {
  /** The VAT of a country is charged. */
  STANDARD,
  /** To a business in another member state, free of VAT: § 4 no. 1 b, § 6a UStG. */
  INTRA_COMMUNITY,
  /** To a country outside the EU, free of VAT: § 4 no. 1 a, § 6 UStG. */
  EXPORT;

  /** Whether no VAT is charged, whatever the article. */
  public boolean exempt() {
    return this != STANDARD;
  }
}
