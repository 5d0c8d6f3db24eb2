package kontor.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kontor.search.SearchResult.FacetCount;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** Answers requests on one state of the index. */
final class RequestExecution {

  private static final Query DELETED = new TermQuery(new Term(LuceneDocuments.DELETED, "true"));

  private final Schema schema;
  private final IndexSearcher searcher;

  RequestExecution(Schema schema, IndexSearcher searcher) {
    this.schema = schema;
    this.searcher = searcher;
  }

  SearchResult answer(SearchRequest request) throws IOException {
    Sort sort = new Sorting(schema).sort(request.sort());
    String order = sort.toString();
    Query query = query(request, filter -> true);
    // One more than the page holds tells whether there is a next one.
    TopFieldDocs found =
        searcher.search(
            query,
            new TopFieldCollectorManager(
                sort, request.limit() + 1, after(request, sort, order), Integer.MAX_VALUE));
    boolean more = found.scoreDocs.length > request.limit();
    ScoreDoc[] page = more ? Arrays.copyOf(found.scoreDocs, request.limit()) : found.scoreDocs;
    Optional<String> next =
        more
            ? Optional.of(Cursor.encode(((FieldDoc) page[page.length - 1]).fields, order))
            : Optional.empty();
    return new SearchResult(hits(page), found.totalHits.value, next, facets(request));
  }

  private @Nullable FieldDoc after(SearchRequest request, Sort sort, String order) {
    if (request.cursor().isEmpty()) {
      return null;
    }
    Object[] values = Cursor.decode(request.cursor().get(), order);
    if (values.length != sort.getSort().length) {
      throw new IllegalArgumentException("the cursor is of another list");
    }
    // The last hit may have been written anew since: whatever equals it was on the page before.
    int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    return new FieldDoc(last, Float.NaN, values);
  }

  private Query query(SearchRequest request, Predicate<Filter> wanted) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(
        request.text().map(new TextQueries(schema)::query).orElseGet(MatchAllDocsQuery::new),
        Occur.MUST);
    FilterQueries filters = new FilterQueries(schema);
    request.filters().stream()
        .filter(wanted)
        .forEach(filter -> all.add(filters.query(filter), Occur.FILTER));
    all.add(DELETED, Occur.MUST_NOT);
    return all.build();
  }

  private Map<String, List<FacetCount>> facets(SearchRequest request) throws IOException {
    Map<String, List<FacetCount>> facets = new HashMap<>();
    for (String name : request.facets()) {
      String field = schema.field(name, FieldKind.KEYWORD).name();
      Query query = query(request, filter -> !concerns(filter, field));
      facets.put(name, searcher.search(query, new FacetCounter(field)));
    }
    return facets;
  }

  private static boolean concerns(Filter filter, String field) {
    return filter instanceof Filter.Terms terms && terms.field().equals(field);
  }

  private List<Hit> hits(ScoreDoc[] page) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : page) {
      IndexedVersions.hit(searcher, found.doc).ifPresent(hits::add);
    }
    return hits;
  }
}
