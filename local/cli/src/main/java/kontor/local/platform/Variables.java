package kontor.local.platform;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables of each process: where its servers are, and its secrets only. */
final class Variables {

  /** How much faster the time of the marketplaces goes that the sandbox plays. */
  private static final String TIME_SCALE = "60";

  private static final Pattern USER_INFO = Pattern.compile("//[^@/]*@");

  private final PlatformFolder folder;
  private final Map<String, String> environment;
  private final Plan plan;
  private final Secrets secrets;

  /**
   * @param environment names the servers where they are given
   */
  Variables(PlatformFolder folder, Map<String, String> environment, Plan plan, Secrets secrets) {
    this.folder = folder;
    this.environment = environment;
    this.plan = plan;
    this.secrets = secrets;
  }

  /**
   * Where an instance keeps its indexes, and the sandbox its listings and orders. They belong to
   * what the servers hold, so those of given servers have a folder of their own.
   */
  private String indexes(String instance) {
    if (!environment.containsKey("MONGODB_URI")
        && !environment.containsKey("KAFKA_BOOTSTRAP_SERVERS")) {
      return folder.data(instance).toString();
    }
    String servers =
        USER_INFO.matcher(plan.mongoUri()).replaceFirst("//") + " " + plan.bootstrapServers();
    UUID name = UUID.nameUUIDFromBytes(servers.getBytes(StandardCharsets.UTF_8));
    return folder.data("at-" + name).resolve(instance).toString();
  }

  Map<String, String> of(ServiceSpec row, int instance) {
    if (row.rank().foundation()) {
      return Map.of();
    }
    String port = String.valueOf(row.port(instance));
    Map<String, String> variables = new HashMap<>();
    variables.put("MONGODB_URI", plan.links().store(row.name(instance)).orElseGet(plan::mongoUri));
    variables.put(
        "KAFKA_BOOTSTRAP_SERVERS",
        plan.links().broker(row.name(instance)).orElseGet(plan::bootstrapServers));
    variables.put("KONTOR_INSTANCE", row.name() + "-" + instance);
    variables.put("KONTOR_DATA_DIR", indexes(row.name() + "-" + instance));
    variables.put("KONTOR_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey());
    variables.put("SERVER_PORT", port);
    variables.put("SERVER_ADDRESS", PlatformTable.HOST);
    variables.put("QUARKUS_HTTP_PORT", port);
    variables.put("QUARKUS_HTTP_HOST", PlatformTable.HOST);
    variables.put("SANDBOX_PORT", port);
    variables.putAll(own(row));
    return variables;
  }

  /** What only this one needs, its secrets above all. */
  private Map<String, String> own(ServiceSpec row) {
    Map<String, String> own = new HashMap<>();
    if (row.rank() == Component.Rank.GATEWAY) {
      own.put("KONTOR_TOKEN_PRIVATE_KEY", secrets.tokenPrivateKey());
      own.put("KONTOR_ADMIN_PASSWORD", secrets.adminPassword());
      // Plain HTTP on the loopback address: a client would not send a secure cookie back.
      own.put("KONTOR_SECURE_COOKIES", "false");
      // One person's machine: the limit is for strangers, and would only slow a measurement.
      own.put("KONTOR_RATE_LIMIT_PER_SECOND", "20000");
      own.putAll(addresses());
    }
    if (row.name().equals("order")) {
      own.put("KONTOR_PAYMENT_TESTPROVIDER", "true");
      own.put("KONTOR_PAYMENT_WEBHOOKSECRET", secrets.paymentMessages());
    }
    if (row.name().equals("connector")) {
      own.put("KONTOR_CONNECTOR_KEY", secrets.connectorKey());
      own.put("EBAY_BASE_URL", "http://127.0.0.1:8090/ebay");
      own.put("EBAY_FINANCES_URL", "http://127.0.0.1:8090/ebay");
      own.put("EBAY_PICTURE_URL", "https://localhost:8080"); // nobody reads them there
      own.put("AMAZON_BASE_URL", "http://127.0.0.1:8090/amazon");
      own.put("AMAZON_TOKEN_URL", "http://127.0.0.1:8090/amazon/auth/o2/token");
      own.put("ETSY_BASE_URL", "http://127.0.0.1:8090/etsy/v3/application");
      own.put("ETSY_TOKEN_URL", "http://127.0.0.1:8090/etsy/v3/public/oauth/token");
      own.put("ETSY_CONNECT_URL", "http://127.0.0.1:8090/etsy/oauth/connect");
      own.put("PARTNER_BASE_URL", "http://127.0.0.1:8090/partner");
      own.put("KONTOR_PUBLIC_URL", "http://127.0.0.1:8080"); // pictures are read from there
      own.put("AMAZON_ORDER_LAG", "3s"); // two minutes of Amazon's, as the sandbox plays them
      own.put("AMAZON_TIME_SCALE", TIME_SCALE);
    }
    if (row.name().equals("sandbox")) {
      own.put("SANDBOX_TIME_SCALE", TIME_SCALE);
    }
    return own;
  }

  /** For the gateway, where the instances of each service are: KONTOR_ORDER_URIS and so on. */
  private Map<String, String> addresses() {
    return plan.rows().stream()
        .filter(ServiceSpec::scalable)
        .collect(
            Collectors.toMap(
                row -> "KONTOR_" + row.name().toUpperCase(Locale.ROOT) + "_URIS",
                row ->
                    plan.each(row).stream()
                        .map(instance -> "http://127.0.0.1:" + row.port(instance))
                        .collect(Collectors.joining(","))));
  }
}
