package kontor.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection in memory that keeps each document as its BSON bytes. Parsed documents need about
 * four times as much: a heap of 512 MB was full after 25,000 orders.
 */
final class PackedCollection extends AbstractSynchronizedMongoCollection<Integer> {

  private final List<byte @Nullable []> documents = new ArrayList<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final AtomicInteger dataSize = new AtomicInteger();

  PackedCollection(
      MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
    super(database, name, options, cursors);
  }

  @Override
  protected Integer addDocumentInternal(Document document) {
    Integer position = free.poll();
    if (position == null) {
      documents.add(pack(document));
      return documents.size() - 1;
    }
    documents.set(position, pack(document));
    return position;
  }

  @Override
  protected Document getDocument(Integer position) {
    byte[] packed = documents.get(position);
    if (packed == null) {
      throw new IllegalStateException("there is no document at " + position);
    }
    return unpack(packed);
  }

  @Override
  protected void handleUpdate(Integer position, Document before, Document after) {
    documents.set(position, pack(after));
  }

  @Override
  protected void removeDocument(Integer position) {
    documents.set(position, null);
    free.add(position);
  }

  @Override
  protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
    return IntStream.range(0, documents.size())
        .filter(at -> documents.get(at) != null)
        .mapToObj(at -> new DocumentWithPosition<>(getDocument(at), at));
  }

  /** Without an order the answer is unpacked while it is read, however long it is. */
  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int numberToSkip,
      int limit,
      int batchSize,
      @Nullable Document fieldSelector) {
    if (isEmpty(orderBy) && isEmpty(fieldSelector)) {
      Stream<byte[]> matching =
          packed().filter(one -> isEmpty(query) || documentMatchesQuery(unpack(one), query));
      Stream<byte[]> wanted = matching.skip(numberToSkip);
      return createQueryResult(
          new Unpacking((limit > 0 ? wanted.limit(limit) : wanted).toList()), batchSize);
    }
    Stream<Document> natural = queryAllAsStream();
    if (isNaturalDescending(orderBy)) {
      List<byte[]> newestFirst = new ArrayList<>(packed().toList());
      Collections.reverse(newestFirst);
      natural = newestFirst.stream().map(PackedCollection::unpack);
    }
    return matchDocumentsFromStream(
        natural, query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
  }

  /** One after the other, so that all of them never need room at once. */
  @Override
  public Stream<Document> queryAllAsStream() {
    return packed().map(PackedCollection::unpack);
  }

  private Stream<byte[]> packed() {
    return documents.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  private static boolean isEmpty(@Nullable Document document) {
    return document == null || document.isEmpty();
  }

  /** The bytes of a document never change, so this shows what was there when it was asked for. */
  private static final class Unpacking extends AbstractList<Document> {
    private final List<byte[]> packed;

    Unpacking(List<byte[]> packed) {
      this.packed = packed;
    }

    @Override
    public Document get(int index) {
      return unpack(packed.get(index));
    }

    @Override
    public int size() {
      return packed.size();
    }
  }

  @Override
  public synchronized int count() {
    return documents.size() - free.size();
  }

  @Override
  protected void updateDataSize(int delta) {
    dataSize.addAndGet(delta);
  }

  @Override
  protected int getDataSize() {
    return dataSize.get();
  }

  private static byte[] pack(Document document) {
    ByteBuf bytes = Unpooled.buffer(1024);
    BsonEncoder.encodeDocument(document, bytes);
    return ByteBufUtil.getBytes(bytes);
  }

  private static Document unpack(byte[] packed) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(packed));
  }
}
