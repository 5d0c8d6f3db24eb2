package kontor.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How text becomes terms. Each text is indexed twice: as stems of its language ("Schlüssels" and
 * "Schlüssel" are one), and folded only, for words that are still being typed. Folding makes ü, ue
 * and u equal, and ß and ss. All chains keep one term per word, so the n-th term of one belongs to
 * the n-th of the other.
 */
final class TextAnalysis {

  private static final Analyzer FOLDED = new Chain("");
  private static final Analyzer AS_WRITTEN = new Chain("none");
  private static final Map<String, Analyzer> STEMMED =
      Map.of("de", new Chain("de"), "en", new Chain("en"));
  private static final Map<String, CharArraySet> STOP_WORDS =
      Map.of("de", GermanAnalyzer.getDefaultStopSet(), "en", EnglishAnalyzer.getDefaultStopSet());

  private TextAnalysis() {}

  /** The name of the index's field for the stems of a text. */
  static String stemmed(String field, Locale locale) {
    return field + ":" + locale.getLanguage() + ":stem";
  }

  /** The name of the index's field for the folded words of a text. */
  static String folded(String field, Locale locale) {
    return field + ":" + locale.getLanguage() + ":fold";
  }

  /** Whether the words of the language can be stemmed. */
  static boolean stems(Locale locale) {
    return STEMMED.containsKey(locale.getLanguage());
  }

  /** Chooses the chain by the name of the index's field. */
  static Analyzer byField() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        String[] parts = field.split(":", -1);
        boolean stem = parts.length == 3 && parts[2].equals("stem");
        return stem ? STEMMED.getOrDefault(parts[1], FOLDED) : FOLDED;
      }
    };
  }

  static List<String> stems(String text, Locale locale) {
    return terms(STEMMED.getOrDefault(locale.getLanguage(), FOLDED), text);
  }

  static List<String> folded(String text) {
    return terms(FOLDED, text);
  }

  /** For each word of the text, whether the language has it everywhere ("der", "the"). */
  static List<Boolean> stopWords(String text, Locale locale) {
    CharArraySet stops = STOP_WORDS.getOrDefault(locale.getLanguage(), CharArraySet.EMPTY_SET);
    return terms(AS_WRITTEN, text).stream().map(stops::contains).toList();
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return terms;
  }

  /** Words in lower case, then as the language wants it. */
  private static final class Chain extends Analyzer {

    private final String language;

    Chain(String language) {
      this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, filtered(new LowerCaseFilter(words)));
    }

    private TokenStream filtered(TokenStream words) {
      return switch (language) {
        case "de" -> new GermanLightStemFilter(new GermanNormalizationFilter(words));
        case "en" ->
            new PorterStemFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(words)));
        case "none" -> words;
        default -> new ASCIIFoldingFilter(new GermanNormalizationFilter(words));
      };
    }
  }
}
