package kontor.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The folder of an index. What cannot be read whole, or was written with another schema, is thrown
 * away: an index is a copy, its topic is the original.
 */
final class IndexFolder {

  private static final String SCHEMA = "schema";
  private static final String POSITION = "position:";
  private static final double BUFFER_MEGABYTES = 24;

  private IndexFolder() {}

  /** An index ready to be written, and how far its consumer had come. */
  record Opened(IndexWriter writer, Map<String, Long> positions, Optional<String> emptyBecause) {}

  static Opened open(Path folder, Schema schema) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      Map<String, Long> positions = new TreeMap<>();
      Optional<String> unusable = read(directory, schema, positions);
      if (unusable.isPresent()) {
        positions.clear();
        empty(directory);
      }
      IndexWriterConfig config = new IndexWriterConfig(TextAnalysis.byField());
      config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
      config.setCommitOnClose(false);
      return new Opened(new IndexWriter(directory, config), positions, unusable);
    } catch (LockObtainFailedException inUse) {
      directory.close();
      throw new IOException("another process already uses the index folder " + folder, inUse);
    } catch (IOException | RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  /** What a commit says besides its documents. */
  static Map<String, String> commitData(Schema schema, Map<String, Long> positions) {
    Map<String, String> data = new TreeMap<>();
    data.put(SCHEMA, schema.fingerprint());
    positions.forEach((partition, next) -> data.put(POSITION + partition, String.valueOf(next)));
    return data;
  }

  /** Fills in the positions; returns why the index cannot be used, if so. */
  private static Optional<String> read(
      Directory directory, Schema schema, Map<String, Long> positions) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Optional.of("there is no index yet");
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      Map<String, String> data = reader.getIndexCommit().getUserData();
      if (!schema.fingerprint().equals(data.get(SCHEMA))) {
        return Optional.of("its schema is another one");
      }
      data.forEach((key, value) -> readPosition(key, value, positions));
      return Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      return Optional.of("it is damaged or incomplete: " + damaged);
    }
  }

  private static void readPosition(String key, String value, Map<String, Long> positions) {
    if (key.startsWith(POSITION)) {
      positions.put(key.substring(POSITION.length()), Long.valueOf(value));
    }
  }

  private static void empty(Directory directory) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
    }
  }
}
