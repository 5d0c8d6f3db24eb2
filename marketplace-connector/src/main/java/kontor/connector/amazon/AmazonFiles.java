package kontor.connector.amazon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import kontor.connector.channel.Account;
import kontor.connector.channel.Percent;
import tools.jackson.databind.JsonNode;

/** Files that Amazon takes (Feeds 2021-06-30) and writes (Reports 2021-06-30). */
final class AmazonFiles {

  private static final String FEEDS = "/feeds/2021-06-30";
  private static final String REPORTS = "/reports/2021-06-30";

  private static final Pattern CHARSET =
      Pattern.compile("charset=\\s*\"?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);

  private final AmazonClient client;
  private final Account account;

  AmazonFiles(AmazonClient client, Account account) {
    this.client = client;
    this.account = account;
  }

  /** Brings the file to Amazon, which does nothing with it yet. Returns the document's id. */
  String upload(String contentType, byte[] file) {
    JsonNode document =
        client.send(
            AmazonLimits.CREATE_FEED_DOCUMENT,
            "POST",
            FEEDS + "/documents",
            Map.of("contentType", contentType));
    client.upload(URI.create(document.path("url").asString()), contentType, file);
    return document.path("feedDocumentId").asString();
  }

  /** Has Amazon work on a file. Returns the feed's id. */
  String createFeed(String type, String documentId) {
    Map<String, Object> request =
        Map.of(
            "feedType", type,
            "marketplaceIds", List.of(account.setting(AmazonFields.MARKETPLACE)),
            "inputFeedDocumentId", documentId);
    return client
        .send(AmazonLimits.CREATE_FEED, "POST", FEEDS + "/feeds", request)
        .path("feedId")
        .asString();
  }

  JsonNode feed(String feedId) {
    return client.get(AmazonLimits.GET_FEED, FEEDS + "/feeds/" + Percent.encode(feedId));
  }

  /** Ids of the feeds of a type since then, by whomever; the newest hundred. */
  List<String> feedsSince(String type, Instant since) {
    JsonNode page =
        client.get(
            AmazonLimits.GET_FEEDS,
            FEEDS
                + "/feeds?feedTypes="
                + type
                + "&pageSize=100&createdSince="
                + Percent.encode(since.toString()));
    List<String> ids = new ArrayList<>();
    page.path("feeds").forEach(feed -> ids.add(feed.path("feedId").asString()));
    return ids;
  }

  /** What Amazon says of a feed that it has worked on. */
  byte[] result(String documentId) {
    JsonNode document =
        client.get(
            AmazonLimits.GET_FEED_DOCUMENT, FEEDS + "/documents/" + Percent.encode(documentId));
    byte[] file = client.download(URI.create(document.path("url").asString()));
    return unzipped(document, file);
  }

  /** Returns the report's id. */
  String createReport(String type, Instant from, Instant to) {
    return createReport(
        type, Map.of("dataStartTime", from.toString(), "dataEndTime", to.toString()));
  }

  /**
   * A report on how things are now, with its columns named in English: by default they are in the
   * language of the site. Returns the report's id.
   */
  String createReport(String type) {
    return createReport(
        type, Map.of("reportOptions", Map.of("preferredReportDocumentLocale", "en_US")));
  }

  private String createReport(String type, Map<String, Object> more) {
    Map<String, Object> request = new HashMap<>(more);
    request.put("reportType", type);
    request.put("marketplaceIds", List.of(account.setting(AmazonFields.MARKETPLACE)));
    return client
        .send(AmazonLimits.CREATE_REPORT, "POST", REPORTS + "/reports", request)
        .path("reportId")
        .asString();
  }

  JsonNode report(String reportId) {
    return client.get(AmazonLimits.GET_REPORT, REPORTS + "/reports/" + Percent.encode(reportId));
  }

  /** Reports of a type for the account's site that are done, made then or later, of all pages. */
  List<JsonNode> reportsSince(String type, Instant since) {
    return reportsSince(type, since, "DONE");
  }

  /**
   * @param states that they may be in, with commas between them
   */
  List<JsonNode> reportsSince(String type, Instant since, String states) {
    String path =
        "%s/reports?reportTypes=%s&processingStatuses=%s&marketplaceIds=%s&pageSize=100&createdSince=%s"
            .formatted(
                REPORTS,
                type,
                states,
                account.setting(AmazonFields.MARKETPLACE),
                Percent.encode(since.toString()));
    List<JsonNode> reports = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    String token;
    do {
      JsonNode page = client.get(AmazonLimits.GET_REPORTS, path);
      page.path("reports").forEach(reports::add);
      token = page.path("nextToken").asString("");
      path = REPORTS + "/reports?nextToken=" + Percent.encode(token);
    } while (!token.isEmpty() && tokens.add(token));
    return reports;
  }

  /** Its text, in the encoding that the download names; else UTF-8 if it is, or Windows-1252. */
  String reportText(String documentId) {
    JsonNode document =
        client.get(
            AmazonLimits.GET_REPORT_DOCUMENT, REPORTS + "/documents/" + Percent.encode(documentId));
    HttpResponse<byte[]> file = client.fetch(URI.create(document.path("url").asString()));
    byte[] bytes = unzipped(document, file.body());
    return new String(bytes, charset(file).orElseGet(() -> guess(bytes)));
  }

  private static Optional<Charset> charset(HttpResponse<?> file) {
    Matcher named = CHARSET.matcher(file.headers().firstValue("Content-Type").orElse(""));
    boolean known = named.find() && Charset.isSupported(named.group(1));
    return known ? Optional.of(Charset.forName(named.group(1))) : Optional.empty();
  }

  /** What cannot be UTF-8 is what Amazon writes in Europe and America besides. */
  static Charset guess(byte[] text) {
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return Charset.forName("windows-1252");
    }
  }

  private static byte[] unzipped(JsonNode document, byte[] file) {
    if (!document.path("compressionAlgorithm").asString("").equals("GZIP")) {
      return file;
    }
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
