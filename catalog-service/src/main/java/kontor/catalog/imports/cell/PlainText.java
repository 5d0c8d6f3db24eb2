package kontor.catalog.imports.cell;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Descriptions come as HTML from most shops. Kontor keeps plain text: whoever shows it can neither
 * be broken nor be attacked by it.
 */
public final class PlainText {

  private static final Pattern SILENT =
      Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)|<!--.*?(-->|$)");
  private static final Pattern ITEM = Pattern.compile("(?i)<li\\b[^>]*>");
  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|ul|ol|h[1-6]|tr|table|blockquote)\\s*>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w+);");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("euro", "€"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("times", "×"),
          Map.entry("deg", "°"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("rsquo", "’"),
          Map.entry("lsquo", "‘"),
          Map.entry("rdquo", "”"),
          Map.entry("ldquo", "“"),
          Map.entry("bdquo", "„"),
          Map.entry("bull", "•"));

  private PlainText() {}

  public static String of(String text) {
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    if (TAG.matcher(plain).find()) {
      plain = SILENT.matcher(plain).replaceAll("");
      plain = ITEM.matcher(plain).replaceAll("• ");
      plain = BREAK.matcher(plain).replaceAll("\n");
      plain = TAG.matcher(plain).replaceAll("");
    }
    return ENTITY
        .matcher(plain)
        .replaceAll(found -> Matcher.quoteReplacement(entity(found.group(), found.group(1))))
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
        .replaceAll("[ \t]+\n", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  private static String entity(String whole, String name) {
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, whole);
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(code) && !isHalf(code) ? Character.toString(code) : whole;
  }

  /** Half of a character, which is no text by itself. */
  private static boolean isHalf(int code) {
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }
}
