package kontor.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;

/** Lends the newest searchable state of an index, and takes it back in every case. */
final class Searchers implements AutoCloseable {

  private final SearcherManager manager;

  Searchers(IndexWriter writer) throws IOException {
    manager = new SearcherManager(writer, new SearcherFactory());
  }

  /** Something that is read from one state of the index. */
  interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException;
  }

  <T> T read(Reading<T> work) {
    try {
      IndexSearcher searcher = manager.acquire();
      try {
        return work.from(searcher);
      } finally {
        manager.release(searcher);
      }
    } catch (AlreadyClosedException closed) {
      throw new IllegalStateException("the index is closed", closed);
    } catch (IOException failed) {
      throw new UncheckedIOException("the index cannot be read", failed);
    }
  }

  void refresh() throws IOException {
    manager.maybeRefreshBlocking();
  }

  @Override
  public void close() throws IOException {
    manager.close();
  }
}
