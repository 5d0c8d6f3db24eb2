package kontor.order.document;

/** Puts a letter on pages. */
@FunctionalInterface
public interface LetterPrinter {

  /** PDF/A-3 with its fonts in it. */
  PdfFile print(Letter letter);
}
