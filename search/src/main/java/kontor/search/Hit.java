package kontor.search;

import java.nio.charset.StandardCharsets;

/** A found document: its id, the version that is indexed, and its source as it was put. */
public final class Hit {

  private final String id;
  private final long version;
  private final byte[] source;

  Hit(String id, long version, byte[] source) {
    this.id = id;
    this.version = version;
    this.source = source;
  }

  public String id() {
    return id;
  }

  public long version() {
    return version;
  }

  public byte[] source() {
    return source.clone();
  }

  /** The source as UTF-8 text, such as JSON. */
  public String text() {
    return new String(source, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return id + "@" + version;
  }
}
