package kontor.connector.channel;

/** Text that was made of what we know, cut to the length that a marketplace takes. */
public final class Shortened {

  private static final String MORE = "…";

  private Shortened() {}

  /**
   * The text if it is short enough; else as many whole words as there is room for, and a mark. A
   * single word that is too long is cut in itself; never between the halves of a character.
   *
   * @param longest characters (UTF-16), at least 2
   */
  public static String atWord(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - MORE.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    boolean whole = Character.isWhitespace(text.charAt(end));
    int word = whole ? end : lastSpace(text, end);
    String kept = text.substring(0, word > 0 ? word : end);
    return kept.replaceAll("[\\s,;:–-]+$", "") + MORE;
  }

  private static int lastSpace(String text, int end) {
    for (int i = end - 1; i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return 0;
  }
}
