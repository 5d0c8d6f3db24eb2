package kontor.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One command that changes data, as the client sent it. Documents that come in a list are kept one
 * by one: each is within the limit of BSON, all of them together need not be.
 */
record JournalEntry(String database, Document command) {

  /** The lists that a command may carry beside itself in a message. */
  private static final List<String> LISTS = List.of("documents", "updates", "deletes");

  /** Added to the length of the database's name, which has 64 bytes at most. */
  private static final int APART = 0x8000;

  /** Says that all before it is as short as it can be; it changes nothing. */
  static final JournalEntry COMPACT = new JournalEntry("", new Document("compact", 1));

  /** The name of a command is its document's first key. */
  String name() {
    return command.keySet().iterator().next();
  }

  ByteBuf encode() {
    ByteBuf bytes = Unpooled.buffer(1024);
    byte[] name = database.getBytes(StandardCharsets.UTF_8);
    Optional<String> list = LISTS.stream().filter(this::lists).findFirst();
    bytes.writeShort(list.isPresent() ? name.length | APART : name.length).writeBytes(name);
    if (list.isPresent()) {
      encodeApart(list.get(), bytes);
    } else {
      BsonEncoder.encodeDocument(command, bytes);
    }
    return bytes;
  }

  private boolean lists(String key) {
    return command.get(key) instanceof Collection<?> all
        && all.stream().allMatch(Document.class::isInstance);
  }

  /** The command without its list, the list's name and length, and each document by itself. */
  private void encodeApart(String key, ByteBuf bytes) {
    Document rest = new Document();
    command.forEach((name, value) -> rest.append(name, name.equals(key) ? null : value));
    BsonEncoder.encodeDocument(rest, bytes);
    Collection<?> all = (Collection<?>) Objects.requireNonNull(command.get(key));
    bytes.writeByte(LISTS.indexOf(key)).writeInt(all.size());
    all.forEach(document -> BsonEncoder.encodeDocument((Document) document, bytes));
  }

  static JournalEntry decode(ByteBuf bytes) {
    int length = bytes.readUnsignedShort();
    String database = bytes.readCharSequence(length & ~APART, StandardCharsets.UTF_8).toString();
    Document command = BsonDecoder.decodeBson(bytes);
    if ((length & APART) != 0) {
      String key = LISTS.get(bytes.readByte());
      int size = bytes.readInt();
      List<Document> all = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        all.add(BsonDecoder.decodeBson(bytes));
      }
      command.put(key, all);
    }
    return new JournalEntry(database, command);
  }
}
