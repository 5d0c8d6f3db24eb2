package kontor.connector.amazon;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Percent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Amazon's product types (Product Type Definitions 2020-09-01): a definition links to the JSON
 * Schema of the attributes. It is read once a day; the schema only when its checksum is another.
 */
final class AmazonProductTypes {

  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String NAME = "[A-Z][A-Z0-9_]{0,99}";

  private final AmazonClient client;
  private final Account account;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** A schema, and when Amazon last said that it holds. */
  private record Known(AmazonSchema schema, String checksum, Instant readAt) {}

  AmazonProductTypes(AmazonClient client, Account account, Clock clock) {
    this.client = client;
    this.account = account;
    this.clock = clock;
  }

  /** Empty when Amazon has no such type. */
  Optional<AmazonSchema> find(String type) {
    Known before = known.get(type);
    Instant now = clock.instant();
    if (before != null && now.isBefore(before.readAt().plus(FRESH))) {
      return Optional.of(before.schema());
    }
    if (!type.matches(NAME)) {
      return Optional.empty();
    }
    return client
        .find(AmazonLimits.GET_PRODUCT_TYPE, path(type))
        .map(definition -> read(type, definition, before, now));
  }

  private AmazonSchema read(String type, JsonNode definition, @Nullable Known before, Instant now) {
    String checksum = definition.at("/schema/checksum").asString("");
    AmazonSchema schema =
        before != null && before.checksum().equals(checksum)
            ? before.schema()
            : new AmazonSchema(
                type,
                definition.path("displayName").asString(type),
                definition.at("/productTypeVersion/version").asString("") + " " + checksum,
                download(definition.at("/schema/link/resource").asString(""), checksum));
    known.put(type, new Known(schema, checksum, now));
    return schema;
  }

  private JsonNode download(String address, String checksum) {
    byte[] file = client.download(URI.create(address));
    if (!checksum.isEmpty() && !checksum.equals(md5(file))) {
      throw new ChannelException(
          Kind.RETRY, "Amazon's schema is not the one that it announced", PAUSE, null);
    }
    return client.json().readTree(new String(file, StandardCharsets.UTF_8));
  }

  private String path(String type) {
    return "/definitions/2020-09-01/productTypes/"
        + type
        + "?marketplaceIds="
        + account.setting(AmazonFields.MARKETPLACE)
        + "&sellerId="
        + Percent.encode(account.setting(AmazonFields.SELLER))
        + "&requirements=LISTING&locale="
        + account.setting(AmazonFields.LANGUAGE);
  }

  /** As Amazon announces it: Base64 of the MD5. */
  private static String md5(byte[] file) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
