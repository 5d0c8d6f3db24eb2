package kontor.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/**
 * Which version of each id is in the index: those written since the last refresh from memory, all
 * others from the index itself. Not safe for several threads.
 */
final class IndexedVersions {

  private final Map<String, Long> sinceRefresh = new HashMap<>();

  OptionalLong of(String id, IndexSearcher searcher) throws IOException {
    Long recent = sinceRefresh.get(id);
    if (recent != null) {
      return OptionalLong.of(recent);
    }
    int doc = find(id, searcher);
    return doc < 0 ? OptionalLong.empty() : OptionalLong.of(version(searcher, doc));
  }

  void written(String id, long version) {
    sinceRefresh.put(id, version);
  }

  void refreshed() {
    sinceRefresh.clear();
  }

  /** The document of that id, unless there is none or it was deleted. */
  static Optional<Hit> get(String id, IndexSearcher searcher) throws IOException {
    int doc = find(id, searcher);
    return doc < 0 ? Optional.empty() : hit(searcher, doc);
  }

  /** The document at that place; a tombstone is none. */
  static Optional<Hit> hit(IndexSearcher searcher, int doc) throws IOException {
    Document stored = searcher.storedFields().document(doc);
    long version = version(searcher, doc);
    return Optional.ofNullable(stored.getBinaryValue(LuceneDocuments.SOURCE))
        .map(source -> BytesRef.deepCopyOf(source).bytes)
        .map(source -> new Hit(stored.get(LuceneDocuments.ID), version, source));
  }

  private static int find(String id, IndexSearcher searcher) throws IOException {
    TopDocs found = searcher.search(new TermQuery(new Term(LuceneDocuments.ID, id)), 1);
    return found.scoreDocs.length == 0 ? -1 : found.scoreDocs[0].doc;
  }

  private static long version(IndexSearcher searcher, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues versions = DocValues.getNumeric(leaf.reader(), LuceneDocuments.VERSION);
    if (!versions.advanceExact(doc - leaf.docBase)) {
      throw new IOException("document " + doc + " has no version");
    }
    return versions.longValue();
  }
}
