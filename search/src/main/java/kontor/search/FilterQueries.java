package kontor.search;

import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Filters as Lucene queries, checked against the schema. */
final class FilterQueries {

  private final Schema schema;

  FilterQueries(Schema schema) {
    this.schema = schema;
  }

  Query query(Filter filter) {
    if (filter instanceof Filter.Terms terms) {
      String field = schema.field(terms.field(), FieldKind.KEYWORD).name();
      return new TermInSetQuery(field, terms.values().stream().map(BytesRef::new).toList());
    }
    if (filter instanceof Filter.Range range) {
      return range(range);
    }
    if (filter instanceof Filter.Exists exists) {
      String field = schema.field(exists.field()).name();
      return new TermQuery(new Term(LuceneDocuments.PRESENT, field));
    }
    if (filter instanceof Filter.Not not) {
      return new BooleanQuery.Builder()
          .add(new MatchAllDocsQuery(), Occur.MUST)
          .add(query(not.filter()), Occur.MUST_NOT)
          .build();
    }
    if (filter instanceof Filter.AnyOf any) {
      return anyOf(any.filters());
    }
    throw new AssertionError("a filter without a query: " + filter);
  }

  private Query range(Filter.Range range) {
    Schema.Field field =
        schema.field(range.field(), FieldKind.NUMBER, FieldKind.MONEY, FieldKind.INSTANT);
    return LongField.newRangeQuery(
        field.name(), range.from().orElse(Long.MIN_VALUE), range.to().orElse(Long.MAX_VALUE));
  }

  private Query anyOf(List<Filter> filters) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    filters.forEach(filter -> any.add(query(filter), Occur.SHOULD));
    return any.build();
  }
}
