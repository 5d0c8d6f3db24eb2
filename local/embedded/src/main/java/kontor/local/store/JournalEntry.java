package kontor.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** One command that changes data, as the client sent it. */
record JournalEntry(String database, Document command) {

  /** Says that all before it is as short as it can be; it changes nothing. */
  static final JournalEntry COMPACT = new JournalEntry("", new Document("compact", 1));

  /** The name of a command is its document's first key. */
  String name() {
    return command.keySet().iterator().next();
  }

  ByteBuf encode() {
    ByteBuf bytes = Unpooled.buffer(1024);
    byte[] name = database.getBytes(StandardCharsets.UTF_8);
    bytes.writeShort(name.length).writeBytes(name);
    BsonEncoder.encodeDocument(command, bytes);
    return bytes;
  }

  static JournalEntry decode(ByteBuf bytes) {
    String database =
        bytes.readCharSequence(bytes.readUnsignedShort(), StandardCharsets.UTF_8).toString();
    return new JournalEntry(database, BsonDecoder.decodeBson(bytes));
  }
}
