package kontor.connector.partner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.partner.PartnerTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges files with a partner. By our contract every file may be sent again, so a call that gave
 * no answer is simply made once more.
 */
final class PartnerClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Account account;
  private final AccessToken access;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  PartnerClient(Account account, AccessToken access) {
    this.account = account;
    this.access = access;
  }

  PartnerFormat format() {
    try {
      return PartnerFormat.of(account);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * @param file with its query, such as {@code orders.csv?page=1}
   */
  List<Row> get(String file, List<String> columns) {
    return exchange("GET", file, null, columns);
  }

  /** Sends a table and reads what the partner says to each row. */
  List<Row> send(
      String method,
      String file,
      List<String> header,
      List<List<String>> rows,
      List<String> answer) {
    return exchange(method, file, PartnerTable.write(format(), header, rows), answer);
  }

  private List<Row> exchange(
      String method, String file, @Nullable String body, List<String> columns) {
    PartnerFormat format = format();
    HttpResponse<byte[]> response = send(request(method, file, body), file);
    int status = response.statusCode();
    if (status / 100 != 2) {
      throw failure(method + " " + file + ": " + status, response);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(response.body())).toString();
      return PartnerTable.read(text, format, columns);
    } catch (CharacterCodingException e) {
      throw refused(file + " is not UTF-8", e);
    } catch (IllegalArgumentException e) {
      throw refused(file + " " + e.getMessage(), e);
    }
  }

  private HttpRequest request(String method, String file, @Nullable String body) {
    HttpRequest.Builder request;
    try {
      String base = account.setting(PartnerFields.BASE_URL).replaceAll("/+$", "");
      request = HttpRequest.newBuilder(URI.create(base + "/" + file));
    } catch (IllegalArgumentException e) {
      throw refused("setting baseUrl is no address: " + e.getMessage(), e);
    }
    String key = access.secrets().get(PartnerFields.KEY);
    String user = account.find(PartnerFields.USER).orElse("");
    if (user.isEmpty()) {
      request.header(account.find(PartnerFields.KEY_HEADER).orElse("X-Api-Key"), key);
    } else {
      byte[] both = (user + ":" + key).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }
    request.timeout(TIMEOUT).header("Accept", "text/csv");
    if (body == null) {
      return request.GET().build();
    }
    return request
        .header("Content-Type", "text/csv; charset=utf-8")
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<byte[]> send(HttpRequest request, String file) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new ChannelException(Kind.RETRY, "no answer to " + file, PAUSE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.RETRY, "interrupted", PAUSE, e);
    }
  }

  private static ChannelException failure(String text, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(PAUSE.toSeconds());
      return new ChannelException(Kind.RETRY, text, Duration.ofSeconds(Math.max(1, seconds)), null);
    }
    Kind kind = status == 401 || status == 403 ? Kind.UNAUTHORISED : Kind.REFUSED;
    return new ChannelException(kind, text, PAUSE, null);
  }

  static ChannelException refused(String why, @Nullable Throwable cause) {
    return new ChannelException(Kind.REFUSED, why, PAUSE, cause);
  }
}
