package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.document.Json;

/**
 * Attributes and their entries. Entries of one attribute are told apart by its selectors, such as
 * {@code marketplace_id} or {@code fulfillment_channel_code}; what is left out is the
 * marketplace's.
 */
final class Attributes {

  private Attributes() {}

  /** The attributes with the selectors that were left out. */
  static ObjectNode complete(ObjectNode attributes, Marketplace place) {
    ObjectNode complete = attributes.deepCopy();
    complete.properties().forEach(e -> e.getValue().forEach(v -> fill(e.getKey(), v, place)));
    return complete;
  }

  private static void fill(String name, JsonNode entry, Marketplace place) {
    if (!(entry instanceof ObjectNode object)) {
      return;
    }
    for (String selector : ProductTypes.selectors(name)) {
      switch (selector) {
        case "marketplace_id" -> putIfAbsent(object, selector, place.id());
        case "language_tag" -> putIfAbsent(object, selector, place.language());
        case "audience" -> putIfAbsent(object, selector, "ALL");
        default -> {} // must be given
      }
    }
  }

  private static void putIfAbsent(ObjectNode entry, String name, String value) {
    if (!entry.has(name)) {
      entry.put(name, value);
    }
  }

  /** The issues of entries that belong to another marketplace, or are in another currency. */
  static List<ObjectNode> foreign(ObjectNode attributes, Marketplace place) {
    List<ObjectNode> issues = new ArrayList<>();
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      for (JsonNode entry : attribute.getValue()) {
        if (!entry.path("marketplace_id").asText(place.id()).equals(place.id())) {
          issues.add(Issues.invalid(attribute.getKey(), "of another marketplace"));
        }
        if (!entry.path("currency").asText(place.currency()).equals(place.currency())) {
          issues.add(Issues.invalid(attribute.getKey(), "currency is not " + place.currency()));
        }
      }
    }
    return issues;
  }

  /** The attributes after the patches; {@code patches} are {op, path, value}. */
  static ObjectNode patched(ObjectNode before, List<ObjectNode> patches, Marketplace place) {
    ObjectNode after = before.deepCopy();
    for (ObjectNode patch : patches) {
      String name = name(patch);
      JsonNode value = patch.path("value").deepCopy();
      value.forEach(entry -> fill(name, entry, place));
      ArrayNode entries = apply(patch.path("op").asText(), name, after.path(name), value);
      if (entries.isEmpty()) {
        after.remove(name);
      } else {
        after.set(name, entries);
      }
    }
    return after;
  }

  static String name(ObjectNode patch) {
    return patch.path("path").asText().substring("/attributes/".length());
  }

  private static ArrayNode apply(String op, String name, JsonNode before, JsonNode value) {
    ArrayNode entries = Json.object().arrayNode();
    if (op.equals("delete") && value.isEmpty()) {
      return entries; // the attribute as a whole
    }
    before.forEach(entries::add);
    for (JsonNode entry : value) {
      int at = find(entries, name, entry);
      if (op.equals("delete")) {
        if (at >= 0) {
          entries.remove(at);
        }
      } else if (at < 0) {
        entries.add(entry);
      } else {
        entries.set(at, op.equals("merge") ? merged(entries.get(at), entry) : entry);
      }
    }
    return entries;
  }

  private static JsonNode merged(JsonNode old, JsonNode entry) {
    ObjectNode both = old.deepCopy();
    both.setAll((ObjectNode) entry);
    return both;
  }

  private static int find(ArrayNode entries, String name, JsonNode wanted) {
    List<String> selectors = ProductTypes.selectors(name);
    for (int i = 0; i < entries.size(); i++) {
      JsonNode entry = entries.get(i);
      if (selectors.stream().allMatch(s -> entry.path(s).equals(wanted.path(s)))) {
        return i;
      }
    }
    return -1;
  }
}
