package kontor.connector.etsy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Percent;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;

/**
 * Which listing holds which article. The shop's listings are read once and remembered; before one
 * is created, what is new there is read again, since an earlier call may have arrived without an
 * answer, and another instance may have worked meanwhile.
 */
final class EtsyListings {

  static final List<String> STATES = List.of("draft", "active", "inactive", "sold_out", "expired");
  static final int PAGE = 100;

  /** Sooner than another instance can take over and give back. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final EtsyClient client;
  private final String shop;
  private final Clock clock;
  private final Map<String, String> bySku = new HashMap<>();
  private final Map<String, String> nameless = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private boolean readOnce;
  private Instant readAt = Instant.EPOCH;

  EtsyListings(EtsyClient client, String shop, Clock clock) {
    this.client = client;
    this.shop = shop;
    this.clock = clock;
  }

  /** The listing that holds the article; else a draft of this title that has no SKU yet. */
  synchronized Optional<String> find(Offer offer) {
    String sku = offer.sku().value();
    if (!bySku.containsKey(sku) && readAt.isBefore(clock.instant().minus(FRESH))) {
      read();
    }
    return Optional.ofNullable(bySku.get(sku))
        .or(
            () ->
                nameless.entrySet().stream()
                    .filter(draft -> draft.getValue().equals(EtsyDocuments.title(offer)))
                    .map(Map.Entry::getKey)
                    .findFirst());
  }

  /** What we have made or found is ours. */
  synchronized void holds(String listingId, Offer offer) {
    nameless.remove(listingId);
    known.add(listingId);
    bySku.put(offer.sku().value(), listingId);
  }

  /** Nobody can say what became of a call: what is new there is read before the next one. */
  synchronized void doubt() {
    readAt = Instant.EPOCH;
  }

  /** A listing is not there any more. */
  synchronized void gone(String listingId) {
    bySku.values().removeIf(listingId::equals);
    nameless.remove(listingId);
  }

  /** The listings that hold some of these articles. */
  synchronized List<String> holding(Collection<Sku> skus) {
    if (readAt.isBefore(clock.instant().minus(FRESH))) {
      read();
    }
    return skus.stream()
        .map(sku -> bySku.get(sku.value()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Whether a listing has an article beside this one. */
  boolean holdsOthers(String listingId, Sku sku) {
    for (JsonNode inventory : inventories(List.of(listingId)).values()) {
      for (JsonNode product : inventory.path("products")) {
        String other = product.path("sku").asString("");
        if (!other.isEmpty() && !other.equals(sku.value())) {
          return true;
        }
      }
    }
    return false;
  }

  private void read() {
    known.removeAll(nameless.keySet()); // one of these may have got its SKU meanwhile
    nameless.clear();
    Instant now = clock.instant();
    for (String state : STATES) {
      read(state, !readOnce);
    }
    readOnce = true;
    readAt = now;
  }

  /** All pages at first, later as many as begin with something new: the newest come first. */
  private void read(String state, boolean all) {
    int offset = 0;
    boolean more = true;
    while (more) {
      JsonNode page = page(state, offset);
      List<JsonNode> fresh = new ArrayList<>();
      for (JsonNode listing : page) {
        if (!known.contains(listing.path("listing_id").asString())) {
          fresh.add(listing);
        }
      }
      remember(fresh, state);
      more = page.size() == PAGE && (all || fresh.size() == PAGE);
      offset += PAGE;
    }
  }

  /** A page of the shop's listings of one state. */
  JsonNode page(String state, int offset) {
    return client
        .get(
            "/shops/"
                + shop
                + "/listings?sort_on=created&sort_order=desc&state="
                + state
                + "&limit="
                + PAGE
                + "&offset="
                + offset)
        .path("results");
  }

  private void remember(List<JsonNode> fresh, String state) {
    List<String> ids = fresh.stream().map(one -> one.path("listing_id").asString()).toList();
    Map<String, JsonNode> inventories = inventories(ids);
    for (JsonNode listing : fresh) {
      String id = listing.path("listing_id").asString();
      boolean named = false;
      for (JsonNode product : inventories.getOrDefault(id, listing).path("products")) {
        String sku = product.path("sku").asString("");
        if (!sku.isEmpty()) {
          bySku.putIfAbsent(sku, id);
          named = true;
        }
      }
      known.add(id);
      if (!named && state.equals("draft")) {
        nameless.put(id, listing.path("title").asString(""));
      }
    }
  }

  /** By listing; those that are gone are left out. */
  Map<String, JsonNode> inventories(Collection<String> ids) {
    return batch("/listings/batch/inventory", ids);
  }

  /** By number; those that are gone are left out. */
  Map<String, JsonNode> listings(Collection<String> ids) {
    return batch("/listings/batch", ids);
  }

  private Map<String, JsonNode> batch(String path, Collection<String> ids) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    String list = ids.stream().map(Percent::encode).collect(Collectors.joining(","));
    for (JsonNode one : client.get(path + "?listing_ids=" + list).path("results")) {
      found.put(one.path("listing_id").asString(), one);
    }
    return found;
  }
}
