package kontor.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSortField;

/** An order as Lucene's, checked against the schema, always ending with the id. */
final class Sorting {

  private final Schema schema;

  Sorting(Schema schema) {
    this.schema = schema;
  }

  Sort sort(List<SortBy> order) {
    List<SortField> fields = new ArrayList<>();
    for (SortBy by : order) {
      fields.add(
          by.field().map(name -> field(name, by.descending())).orElse(SortField.FIELD_SCORE));
    }
    fields.add(new SortField(LuceneDocuments.ID, SortField.Type.STRING));
    return new Sort(fields.toArray(SortField[]::new));
  }

  private SortField field(String name, boolean descending) {
    Schema.Field field = schema.field(name);
    if (field.kind().numeric()) {
      SortField number = new SortedNumericSortField(name, SortField.Type.LONG, descending);
      number.setMissingValue(descending ? Long.MIN_VALUE : Long.MAX_VALUE);
      return number;
    }
    SortField words =
        switch (field.kind()) {
          case KEYWORD -> new SortedSetSortField(name, descending);
          case SORT_TEXT -> new SortField(name, SortField.Type.STRING, descending);
          default ->
              throw new IllegalArgumentException(
                  "field '" + name + "' is " + field.kind() + " and cannot be sorted by");
        };
    words.setMissingValue(descending ? SortField.STRING_FIRST : SortField.STRING_LAST);
    return words;
  }
}
