package kontor.sandbox.amazon.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Table;
import org.jspecify.annotations.Nullable;

/**
 * Files at addresses that need no token but expire: a seller puts a feed there and fetches results
 * and reports from there (models {@code feeds} and {@code reports}).
 */
public final class Documents {

  /** How long an address is good for. */
  static final Duration LIFE = Duration.ofMinutes(5);

  /**
   * A file.
   *
   * @param content Base64; absent until it was uploaded
   * @param gzip whether the content is compressed
   */
  public record Document(
      String id, String sellerId, String contentType, boolean gzip, @Nullable String content) {

    private static final Pattern CHARSET = Pattern.compile("charset=([\\w.:-]+)");

    /** The bytes; empty before the upload. */
    public byte[] bytes() {
      return content == null ? new byte[0] : Base64.getDecoder().decode(content);
    }

    /** The bytes as text, in the encoding that the content type names, else UTF-8. */
    public String text() {
      Matcher named = CHARSET.matcher(contentType);
      boolean known = named.find() && Charset.isSupported(named.group(1));
      return new String(bytes(), known ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8);
    }

    Document with(byte[] bytes) {
      String text = Base64.getEncoder().encodeToString(bytes);
      return new Document(id, sellerId, contentType, gzip, text);
    }
  }

  /** An address that was given out. */
  public record Address(String key, String documentId, boolean upload, Instant expires) {}

  private final Table<Document> documents;
  private final Table<Address> addresses;
  private final Surroundings around;

  public Documents(Surroundings around) {
    this.around = around;
    this.documents = around.store().table("amazon-documents", Document.class);
    this.addresses = around.store().table("amazon-addresses", Address.class);
  }

  /** A new, empty file that the seller will fill. */
  public Document create(String sellerId, String contentType) {
    Document document = new Document(id(), sellerId, contentType, false, null);
    documents.put(document.id(), document);
    return document;
  }

  /** Keeps a file for the seller to fetch. */
  public Document keep(String sellerId, String contentType, boolean gzip, byte[] bytes) {
    byte[] stored = gzip ? zipped(bytes) : bytes;
    Document document = new Document(id(), sellerId, contentType, gzip, null).with(stored);
    documents.put(document.id(), document);
    return document;
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String id() {
    return "amzn1.tortuga.4.eu." + UUID.randomUUID();
  }

  /** The seller's file of this id. */
  public Optional<Document> find(String sellerId, String id) {
    return documents.get(id).filter(document -> document.sellerId().equals(sellerId));
  }

  /** A fresh address of a file; {@code host} is where the caller reached the sandbox. */
  public String address(Document document, boolean upload, String host) {
    Instant now = around.clock().instant();
    addresses.all().stream()
        .filter(old -> old.expires().isBefore(now))
        .forEach(old -> addresses.remove(old.key()));
    String key = UUID.randomUUID().toString();
    addresses.put(key, new Address(key, document.id(), upload, around.after(LIFE)));
    return host + "/amazon-documents/" + key;
  }

  /** Answers a call to an address: PUT of the agreed content type, or GET. */
  public Response serve(Request request) {
    return around.store().change(() -> served(request));
  }

  private Response served(Request request) {
    String key = request.path().isEmpty() ? "" : request.path().get(0);
    Optional<Address> address =
        addresses.get(key).filter(a -> a.expires().isAfter(around.clock().instant()));
    if (address.isEmpty()) {
      return denied("Request has expired");
    }
    Document document = documents.get(address.get().documentId()).orElseThrow();
    if (address.get().upload() != request.method().equals("PUT")) {
      return denied("SignatureDoesNotMatch");
    }
    if (!address.get().upload()) {
      return Response.file(200, document.contentType(), document.bytes());
    }
    if (!request.header("Content-Type").orElse("").equals(document.contentType())) {
      return denied("SignatureDoesNotMatch"); // the content type is part of the signature
    }
    documents.put(document.id(), document.with(request.payload().bytes()));
    return Response.empty(200);
  }

  private static Response denied(String why) {
    byte[] body =
        ("<Error><Code>AccessDenied</Code><Message>" + why + "</Message></Error>")
            .getBytes(StandardCharsets.UTF_8);
    return Response.file(403, "application/xml", body);
  }
}
