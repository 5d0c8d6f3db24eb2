package kontor.audit;

/**
 * Something that is wrong.
 *
 * @param reason names the order or SKU and says what is there and what should be
 */
public record Violation(Invariant invariant, String reason) {}
