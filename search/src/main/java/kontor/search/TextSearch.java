package kontor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words to find. Every word must occur in one of the fields; "der" and "the" need not, unless there
 * is nothing else. The last word counts as still being typed unless a space follows it.
 *
 * @param fields each text field with its weight in the order by relevance
 */
public record TextSearch(String words, Locale locale, Map<String, Float> fields) {

  static final int LONGEST = 256;

  public TextSearch {
    if (words.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the text to search for has " + words.length() + " characters, at most " + LONGEST);
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("no field to search the text in");
    }
    fields = Map.copyOf(new TreeMap<>(fields));
  }

  /** One word in the forms in which the index knows it. */
  record Word(String folded, String stem, boolean stopWord, boolean unfinished) {}

  List<Word> split() {
    List<String> folded = TextAnalysis.folded(words);
    List<String> stems = TextAnalysis.stems(words, locale);
    List<Boolean> stops = TextAnalysis.stopWords(words, locale);
    boolean typing =
        !words.isEmpty() && Character.isLetterOrDigit(words.codePointBefore(words.length()));
    List<Word> all = new ArrayList<>();
    for (int i = 0; i < folded.size(); i++) {
      boolean last = i == folded.size() - 1;
      all.add(new Word(folded.get(i), stems.get(i), stops.get(i), last && typing));
    }
    return all;
  }
}
