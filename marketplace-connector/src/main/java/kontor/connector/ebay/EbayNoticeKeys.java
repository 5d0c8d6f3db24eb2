package kontor.connector.ebay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kontor.connector.channel.CallLevels;
import kontor.connector.channel.CallLimit;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Pace;
import kontor.connector.channel.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that eBay signs notifications with. One that was read is good for an hour, as eBay asks;
 * one that eBay does not know is not asked for again for a while. Whoever sends us inventions
 * cannot make us call eBay more often than every six seconds.
 */
final class EbayNoticeKeys {

  private static final String ASK = "public-key";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final EbaySettings settings;
  private final Supplier<Secrets> application;
  private final EbayTokens tokens;
  private final JsonMapper json;
  private final Pace pace;
  private final Cache<String, Optional<PublicKey>> keys =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(Duration.ofHours(1)).build();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  /**
   * @param application the secrets of an account, for our application's own token
   */
  EbayNoticeKeys(
      EbaySettings settings, Supplier<Secrets> application, JsonMapper json, Clock clock) {
    this.settings = settings;
    this.application = application;
    this.tokens = new EbayTokens(settings, json);
    this.json = json;
    pace = new Pace(Map.of(ASK, new CallLimit(Duration.ofSeconds(6), 20)), CallLevels.NONE, clock);
  }

  /**
   * Empty when eBay has no such key.
   *
   * @throws ChannelException when eBay cannot be asked now
   */
  Optional<PublicKey> find(String kid) {
    Optional<PublicKey> known = keys.getIfPresent(kid);
    if (known != null) {
      return known;
    }
    Optional<PublicKey> read = read(kid);
    keys.put(kid, read);
    return read;
  }

  private Optional<PublicKey> read(String kid) {
    pace.take(ASK);
    String token = tokens.application(application.get());
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(settings.baseUrl() + "/commerce/notification/v1/public_key/" + kid))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .build();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() == 404) {
        return Optional.empty();
      }
      if (response.statusCode() != 200) {
        throw away("eBay shows no key: " + response.statusCode(), null);
      }
      String pem = json.readTree(response.body()).path("key").asString("");
      return Optional.of(EbayNoticeSignature.key(pem));
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw away("eBay shows no key", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("interrupted", e);
    }
  }

  private static ChannelException away(String text, @Nullable Exception cause) {
    return new ChannelException(Kind.RETRY, text, PAUSE, cause);
  }
}
