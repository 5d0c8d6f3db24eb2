package kontor.local.marketday;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import kontor.local.edge.Edge;
import kontor.local.importing.FileImport;
import kontor.local.platform.PlatformException;

/** The assortment of a market day: some sell well, most seldom, and of a few there is little. */
final class Wares {

  private static final String HEAD =
      "product;sku;brand;categories;tax;title_de;description_de;price;images";

  /** Etsy shows 999 of an article at most. */
  private static final int PLENTY = 900;

  private static final int FEW = 12;
  private static final int USUAL_GRAMS = 500;
  private static final int EACH_SCARCE = 50;
  private static final int CHEAPEST_CENTS = 500;
  private static final int DEAREST_CENTS = 9_000;

  private final List<String> skus;

  /**
   * @param run tells this day's articles from those of others
   */
  Wares(String run, int count) {
    skus = IntStream.rangeClosed(1, count).mapToObj(i -> "M/" + run + " ü" + i).toList();
  }

  List<String> skus() {
    return skus;
  }

  /** Few articles make most of the sales: the square of an even chance. */
  String any(SplittableRandom chance) {
    double even = chance.nextDouble();
    return skus.get((int) (even * even * skus.size()));
  }

  /** Brings all into catalog, price list and warehouse, and waits until that is done. */
  void open(Edge manager, SplittableRandom chance) {
    imported(manager, "stock", chance, i -> i % EACH_SCARCE == EACH_SCARCE - 1 ? FEW : PLENTY);
  }

  /** New prices for all, by SKU, VAT included. */
  Map<String, BigDecimal> reprice(Edge manager, SplittableRandom chance) {
    return imported(manager, "weight_g", chance, i -> USUAL_GRAMS);
  }

  /**
   * @param last the name of the last column, a number for each article
   */
  private Map<String, BigDecimal> imported(
      Edge manager, String last, SplittableRandom chance, IntUnaryOperator number) {
    Map<String, BigDecimal> prices = new HashMap<>();
    StringBuilder rows = new StringBuilder(HEAD).append(';').append(last).append('\n');
    for (int i = 0; i < skus.size(); i++) {
      int cents = chance.nextInt(CHEAPEST_CENTS, DEAREST_CENTS);
      prices.put(skus.get(i), BigDecimal.valueOf(cents, 2));
      rows.append(
          String.format(
              Locale.ROOT,
              "markt-%s;%s;Marktler;Markttag;standard;Marktware %d – größer;Für jeden Tag.;"
                  + "%d,%02d;/media/tea-gruen.svg;%d%n",
              Integer.toHexString(skus.get(i).hashCode()),
              skus.get(i),
              i + 1,
              cents / 100,
              cents % 100,
              number.applyAsInt(i)));
    }
    run(manager, rows.toString());
    return prices;
  }

  private static void run(Edge manager, String rows) {
    try {
      Path file = Files.createTempFile("markttag", ".csv");
      try {
        Files.writeString(file, rows, StandardCharsets.UTF_8);
        JsonNode report = new FileImport(manager).run(file, state -> {}).report();
        if (report.at("/rows/refused").asLong() > 0) {
          throw new PlatformException("articles were refused: " + report);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
