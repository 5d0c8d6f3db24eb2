package kontor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kontor.search.TextSearch.Word;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Text as a Lucene query, built term by term: what people type is never read as query syntax. */
final class TextQueries {

  private static final float EXACT = 1.5f;
  private static final float PREFIX = 0.5f;

  private final Schema schema;

  TextQueries(Schema schema) {
    this.schema = schema;
  }

  /** A text without any word finds nothing. */
  Query query(TextSearch text) {
    text.fields().keySet().forEach(field -> schema.textField(field, text.locale()));
    List<Word> words = text.split();
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word in the text");
    }
    boolean onlyStopWords = words.stream().allMatch(Word::stopWord);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Word word : words) {
      boolean needed = onlyStopWords || !word.stopWord();
      all.add(anywhere(word, text), needed ? Occur.MUST : Occur.SHOULD);
    }
    return all.build();
  }

  /** The best of the fields counts, so that a word in three fields does not outweigh two words. */
  private static Query anywhere(Word word, TextSearch text) {
    List<Query> places = new ArrayList<>();
    text.fields()
        .forEach(
            (field, weight) -> {
              for (Query form : forms(word, field, text.locale())) {
                places.add(new BoostQuery(form, weight));
              }
            });
    return new DisjunctionMaxQuery(places, 0.1f);
  }

  private static List<Query> forms(Word word, String field, Locale locale) {
    List<Query> forms = new ArrayList<>();
    Term folded = new Term(TextAnalysis.folded(field, locale), word.folded());
    forms.add(new BoostQuery(new TermQuery(folded), EXACT));
    if (TextAnalysis.stems(locale)) {
      forms.add(new TermQuery(new Term(TextAnalysis.stemmed(field, locale), word.stem())));
    }
    if (word.unfinished()) {
      forms.add(new BoostQuery(new PrefixQuery(folded), PREFIX));
    }
    return forms;
  }
}
