package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import kontor.sandbox.document.Json;

/** People made up from lists of names and towns; the same number is always the same person. */
public final class Buyers {

  private static final String RESOURCE = "/kontor/sandbox/ebay/buyers.json";

  /** What the people of a country are made of; a town is its postal code and its name. */
  record Lists(
      String locale,
      List<String> firstNames,
      List<String> lastNames,
      List<String> streets,
      List<List<String>> towns) {}

  private final Map<String, Lists> countries = new TreeMap<>();

  /** Reads the lists. */
  public Buyers() {
    try (InputStream in = Buyers.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      JsonNode all = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      all.properties().forEach(e -> countries.put(e.getKey(), read(e.getValue())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Lists read(JsonNode node) {
    return Json.value(node, Lists.class);
  }

  /** Where people live; ISO 3166 codes. */
  public Set<String> countries() {
    return countries.keySet();
  }

  /** The person of this number. */
  public Buyer draw(String country, long number) {
    Lists lists = countries.get(country);
    if (lists == null) {
      throw new IllegalArgumentException("no people of " + country);
    }
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    List<String> town = pick(lists.towns(), random);
    String alias = String.format("%08x", random.nextInt());
    // Berlin 23125 is kept free for films by the Bundesnetzagentur.
    String phone = country.equals("DE") ? "030 23125" + (100 + random.nextInt(900)) : null;
    return new Buyer(
        "buyer_" + alias,
        pick(lists.firstNames(), random) + " " + pick(lists.lastNames(), random),
        pick(lists.streets(), random) + " " + (1 + random.nextInt(120)),
        town.get(0),
        town.get(1),
        country,
        alias + "@members.ebay.example",
        phone);
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
