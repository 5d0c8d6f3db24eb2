package kontor.catalog.imports.format;

/**
 * Why a row is refused.
 *
 * @param line in the file, counted from 1
 * @param column as the file calls it; empty when it is about the whole row
 */
public record Flaw(long line, String column, String reason) {}
