package kontor.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index that follows a topic. The owner reads the topic from {@link #positions()}, puts
 * each record's document with the version of its stream, and tells with {@link #advance} how far it
 * came; the positions are committed together with the documents, so that after a crash it reads
 * again what was not yet safe. An old version never replaces a newer one, so reading twice changes
 * nothing.
 *
 * <p>Safe for many threads.
 */
public final class SearchIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final int MOST_GATHERED = 1_000;

  private final Schema schema;
  private final LuceneDocuments documents;
  private final IndexWriter writer;
  private final Searchers searchers;
  private final Optional<String> emptyBecause;
  private final IndexedVersions versions = new IndexedVersions();
  private final Map<String, Long> positions;
  private final Upkeep upkeep;
  private final Map<String, Document> gathered = new LinkedHashMap<>();
  private boolean unsearchable;
  private boolean uncommitted;

  private SearchIndex(Schema schema, IndexFolder.Opened opened, SearchSettings settings)
      throws IOException {
    this.schema = schema;
    this.documents = new LuceneDocuments(schema);
    this.writer = opened.writer();
    this.emptyBecause = opened.emptyBecause();
    this.positions = new TreeMap<>(opened.positions());
    this.searchers = new Searchers(writer);
    this.upkeep = new Upkeep(settings);
  }

  /** Opens with the default settings. */
  public static SearchIndex open(Path folder, Schema schema) throws IOException {
    return open(folder, schema, SearchSettings.DEFAULT);
  }

  /**
   * Opens the index in the folder. When it is missing, damaged or of another schema, the index
   * starts empty and has no positions.
   *
   * @throws IOException when another process uses the folder, or it cannot be written
   */
  public static SearchIndex open(Path folder, Schema schema, SearchSettings settings)
      throws IOException {
    IndexFolder.Opened opened = IndexFolder.open(folder, schema);
    opened
        .emptyBecause()
        .ifPresent(reason -> LOG.info("index {} starts empty: {}", folder, reason));
    SearchIndex index = new SearchIndex(schema, opened, settings);
    index.commitNow();
    index.upkeep.start(index::refresh, index::commit);
    return index;
  }

  /** Why the index started empty and must be filled from the start of the topic, if so. */
  public Optional<String> emptyBecause() {
    return emptyBecause;
  }

  /** For each partition the next offset to read. */
  public synchronized Map<String, Long> positions() {
    return Map.copyOf(positions);
  }

  /** All records of the partition before this offset have been put. */
  public synchronized void advance(String partition, long nextOffset) {
    positions.put(partition, nextOffset);
    uncommitted = true;
  }

  /**
   * Indexes the document unless this or a newer version of the id is already there.
   *
   * @return whether it was indexed
   * @throws IllegalArgumentException when it has a field that the schema does not know
   */
  public boolean put(String id, long version, SearchDocument document) {
    return write(id, version, documents.document(id, version, document));
  }

  /**
   * Removes the id unless this or a newer version of it is already there. The version is
   * remembered, so that an older put that comes again stays without effect.
   *
   * @return whether it was removed
   */
  public boolean delete(String id, long version) {
    return write(id, version, LuceneDocuments.tombstone(id, version));
  }

  /** The document of the id as last refreshed. */
  public Optional<Hit> get(String id) {
    return searchers.read(searcher -> IndexedVersions.get(id, searcher));
  }

  /**
   * The page that was asked for.
   *
   * @throws IllegalArgumentException when it names an unknown field or asks one for what its kind
   *     cannot, or when the cursor is broken
   */
  public SearchResult search(SearchRequest request) {
    return searchers.read(searcher -> new RequestExecution(schema, searcher).answer(request));
  }

  /** Makes all that was put findable now. */
  public synchronized void refresh() {
    if (unsearchable) {
      writeGathered();
      writing(searchers::refresh);
      versions.refreshed();
      unsearchable = false;
    }
  }

  /** Makes all that was put, and the positions, safe now. */
  public synchronized void commit() {
    if (uncommitted) {
      commitNow();
    }
  }

  /** Forgets everything, so that the owner fills it again from the start of the topic. */
  public synchronized void clear() {
    gathered.clear();
    writing(writer::deleteAll);
    positions.clear();
    unsearchable = true;
    refresh();
    commitNow();
  }

  /** Commits and lets go of the folder. */
  @Override
  public synchronized void close() throws IOException {
    upkeep.stop();
    if (writer.isOpen()) {
      commit();
    }
    searchers.close();
    writer.close();
    writer.getDirectory().close();
  }

  private synchronized void commitNow() {
    writeGathered();
    writer.setLiveCommitData(IndexFolder.commitData(schema, positions).entrySet());
    writing(writer::commit);
    uncommitted = false;
  }

  private synchronized boolean write(String id, long version, Document document) {
    OptionalLong indexed = searchers.read(searcher -> versions.of(id, searcher));
    if (indexed.isPresent() && indexed.getAsLong() >= version) {
      return false;
    }
    gathered.put(id, document);
    versions.written(id, version);
    unsearchable = true;
    uncommitted = true;
    if (gathered.size() >= MOST_GATHERED) {
      writeGathered();
    }
    return true;
  }

  /** Of an id that is put again and again in a short time only the last is written. */
  private void writeGathered() {
    for (Map.Entry<String, Document> each : gathered.entrySet()) {
      Term id = new Term(LuceneDocuments.ID, each.getKey());
      writing(() -> writer.updateDocument(id, each.getValue()));
    }
    gathered.clear();
  }

  /** Something that is done to the index's files. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void writing(Writing work) {
    try {
      work.run();
    } catch (IOException failed) {
      throw new UncheckedIOException("the index cannot be written", failed);
    }
  }
}
