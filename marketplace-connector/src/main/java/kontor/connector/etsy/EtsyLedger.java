package kontor.connector.etsy;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Percent;
import tools.jackson.databind.JsonNode;

/**
 * Reads a shop's payment account (getShopPaymentAccountLedgerEntries). Etsy takes no window of more
 * than 31 days (etsy/open-api issue 346) and does not say in which order entries come.
 */
final class EtsyLedger {

  /** Keeps the list of a window short, for it is read from its beginning by offsets. */
  static final Duration WINDOW = Duration.ofDays(7);

  private static final int PAGE = 100;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final EtsyClient client;
  private final String path;

  EtsyLedger(EtsyClient client, String shop) {
    this.client = client;
    this.path = "/shops/" + shop + "/payment-account/ledger-entries";
  }

  /**
   * All entries of this time, both ends included, by their sequence.
   *
   * @throws ChannelException to be tried again, if Etsy shows fewer than it says there are
   */
  NavigableMap<Long, EtsyEntry> between(Instant from, Instant to) {
    NavigableMap<Long, EtsyEntry> found = new TreeMap<>();
    for (Instant start = from; !start.isAfter(to); start = start.plus(WINDOW).plusSeconds(1)) {
      Instant end = start.plus(WINDOW);
      window(start, end.isBefore(to) ? end : to, found);
    }
    return found;
  }

  /** A page that shows what another showed would hide a payout for good. */
  private void window(Instant from, Instant to, NavigableMap<Long, EtsyEntry> found) {
    String window =
        "%s?min_created=%d&max_created=%d&limit=%d&offset="
            .formatted(path, from.getEpochSecond(), to.getEpochSecond(), PAGE);
    NavigableMap<Long, EtsyEntry> here = new TreeMap<>();
    JsonNode page = client.get(window + 0);
    int count = page.path("count").asInt(0);
    take(page, here);
    for (int offset = PAGE; page.path("results").size() == PAGE; offset += PAGE) {
      page = client.get(window + offset);
      take(page, here);
    }
    if (here.size() < count) {
      throw new ChannelException(
          Kind.RETRY, "Etsy shows %d of %d entries".formatted(here.size(), count), PAUSE, null);
    }
    found.putAll(here);
  }

  private static void take(JsonNode page, NavigableMap<Long, EtsyEntry> found) {
    for (JsonNode shown : page.path("results")) {
      EtsyEntry entry = EtsyEntry.read(shown);
      found.put(entry.sequence(), entry);
    }
  }

  Optional<EtsyEntry> find(String id) {
    return client.find(path + "/" + Percent.encode(id)).map(EtsyEntry::read);
  }
}
