package kontor.local.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of {@link JournalEntry entries}, each with its length and checksum before it. An entry
 * that was appended is with the operating system and survives the death of this process; it is not
 * forced to the disk, so a power cut may lose the last ones. Not safe for several threads.
 */
final class Journal implements AutoCloseable {

  /** Gets each entry and the position where it ends. */
  interface Reader {
    void read(JournalEntry entry, long end);
  }

  private static final int HEADER = 2 * Integer.BYTES;
  private static final int LONGEST_ENTRY = 256 << 20;

  private final Path file;
  private final FileChannel channel;
  private long size;

  private Journal(Path file, FileChannel channel, long size) {
    this.file = file;
    this.channel = channel;
    this.size = size;
  }

  /**
   * Opens the file for appending, creates it when missing, and gives every entry in it to the
   * reader first. An entry that was only half written when the process died is cut off.
   *
   * @throws IOException when the file is damaged anywhere but at its end
   */
  static Journal open(Path file, Reader reader) throws IOException {
    long whole = Files.exists(file) ? read(file, reader) : 0;
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(whole).position(whole);
    return new Journal(file, channel, whole);
  }

  long size() {
    return size;
  }

  Path file() {
    return file;
  }

  /** The same open file under the name that it was given meanwhile. */
  Journal movedTo(Path name) {
    return new Journal(name, channel, size);
  }

  /** Appends one entry whole, or throws and leaves the file as it was. */
  void append(JournalEntry entry) throws IOException {
    ByteBuf body = entry.encode();
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + body.readableBytes());
    bytes.putInt(body.readableBytes()).putInt(checksum(body.nioBuffer()));
    bytes.put(body.nioBuffer()).flip();
    int length = bytes.remaining();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      size += length;
    } catch (IOException full) {
      channel.truncate(size).position(size);
      throw full;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Returns the length of the part that is whole. */
  private static long read(Path file, Reader reader) throws IOException {
    long end = Files.size(file);
    long position = 0;
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new BufferedInputStream(raw, 1 << 20))) {
      while (end - position >= HEADER) {
        int length = in.readInt();
        int checksum = in.readInt();
        long next = position + HEADER + length;
        if (length < 0 || length > LONGEST_ENTRY) {
          throw damaged(file, position);
        }
        if (next > end) {
          return position;
        }
        byte[] body = in.readNBytes(length);
        if (checksum(ByteBuffer.wrap(body)) != checksum) {
          if (next == end) {
            return position;
          }
          throw damaged(file, position);
        }
        reader.read(JournalEntry.decode(Unpooled.wrappedBuffer(body)), next);
        position = next;
      }
    }
    return position;
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  private static IOException damaged(Path file, long position) {
    return new IOException("the journal " + file + " is damaged at byte " + position);
  }
}
