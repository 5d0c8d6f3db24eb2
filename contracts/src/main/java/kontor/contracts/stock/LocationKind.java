package kontor.contracts.stock;

/** What stock at a place is there for. */
public enum LocationKind {
  /** Ours: what lies there can be sold on every channel. */
  WAREHOUSE,
  /** A marketplace's, which fulfils from it itself (AFN): nobody else can sell it. */
  MARKETPLACE,
  /** On its way between two places: not to be sold before it is there. */
  TRANSIT
}
