package kontor.search;

import java.text.Collator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import kontor.search.SearchDocument.Value;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** Turns documents into Lucene's. Names with an underscore in front are the library's own. */
final class LuceneDocuments {

  static final String ID = "_id";
  static final String VERSION = "_version";
  static final String SOURCE = "_source";
  static final String DELETED = "_deleted";
  static final String PRESENT = "_present";

  /** Lucene refuses longer terms. */
  private static final int LONGEST_KEYWORD = 8_000;

  private final Schema schema;

  LuceneDocuments(Schema schema) {
    this.schema = schema;
  }

  /** The trace that a thing was deleted, so that an older version of it stays away. */
  static Document tombstone(String id, long version) {
    Document document = identified(id, version);
    document.add(new StringField(DELETED, "true", Field.Store.NO));
    return document;
  }

  Document document(String id, long version, SearchDocument from) {
    Document document = identified(id, version);
    document.add(new StoredField(SOURCE, from.source()));
    Set<String> present = new HashSet<>();
    for (Value value : from.values()) {
      if (!present.add(value.field()) && single(value.kind())) {
        throw new IllegalArgumentException("field '" + value.field() + "' has two values");
      }
      add(document, value);
    }
    present.forEach(field -> document.add(new StringField(PRESENT, field, Field.Store.NO)));
    return document;
  }

  private static boolean single(FieldKind kind) {
    return kind != FieldKind.KEYWORD && kind != FieldKind.TEXT;
  }

  private static Document identified(String id, long version) {
    Document document = new Document();
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    document.add(new NumericDocValuesField(VERSION, version));
    return document;
  }

  private void add(Document document, Value value) {
    Schema.Field field = schema.field(value.field(), value.kind());
    String name = field.name();
    if (value.value() instanceof Long number) {
      document.add(new LongField(name, number, Field.Store.NO));
    } else if (value.kind() == FieldKind.TEXT) {
      addText(document, name, value);
    } else if (value.kind() == FieldKind.SORT_TEXT) {
      document.add(new SortedDocValuesField(name, sortKey(value, field.locales().get(0))));
    } else {
      BytesRef keyword = keyword(value);
      document.add(new StringField(name, keyword, Field.Store.NO));
      document.add(new SortedSetDocValuesField(name, keyword));
    }
  }

  private void addText(Document document, String name, Value value) {
    Locale locale = value.locale();
    schema.textField(name, locale);
    String text = String.valueOf(value.value());
    document.add(new TextField(TextAnalysis.folded(name, locale), text, Field.Store.NO));
    if (TextAnalysis.stems(locale)) {
      document.add(new TextField(TextAnalysis.stemmed(name, locale), text, Field.Store.NO));
    }
  }

  private static BytesRef sortKey(Value value, Locale locale) {
    Collator collator = Collator.getInstance(locale);
    return new BytesRef(collator.getCollationKey(String.valueOf(value.value())).toByteArray());
  }

  private static BytesRef keyword(Value value) {
    BytesRef bytes = new BytesRef(String.valueOf(value.value()));
    if (bytes.length > LONGEST_KEYWORD) {
      throw new IllegalArgumentException(
          "field '" + value.field() + "' has a keyword of " + bytes.length + " bytes");
    }
    return bytes;
  }
}
