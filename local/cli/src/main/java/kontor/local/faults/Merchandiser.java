package kontor.local.faults;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.SplittableRandom;
import kontor.local.edge.Edge;

/** Who changes prices and brings in files of new products; the only one to do so. */
final class Merchandiser {

  private static final int CHEAPEST = 500;
  private static final int SPAN = 1_500;
  static final int ROWS = 5;

  private final String name;
  private final Edge manager;
  private final Articles articles;
  private final History history;
  private int files;

  Merchandiser(String name, Edge manager, Articles articles, History history) {
    this.name = name;
    this.manager = manager;
    this.articles = articles;
    this.history = history;
  }

  void changePrice(SplittableRandom chance) {
    String sku = articles.any(chance);
    int cents = CHEAPEST + chance.nextInt(SPAN);
    String amount = "%d.%02d".formatted(cents / 100, cents % 100);
    history.ask(
        name,
        "price",
        Map.of("sku", sku, "amount", amount),
        Map.of(),
        () -> manager.put("/api/admin/prices", Articles.price(sku, amount)));
  }

  void importFile(SplittableRandom chance) {
    files++;
    String file = "faults-" + articles.run() + "-" + files + ".csv";
    String content = content(files);
    history.ask(
        name,
        "import",
        Map.of("file", file, "rows", ROWS),
        Map.of("import", "/id"),
        () ->
            manager.send(
                "POST",
                "/api/admin/imports?filename=" + file,
                BodyPublishers.ofString(content),
                Map.of("Content-Type", "application/octet-stream")));
  }

  private String content(int file) {
    StringBuilder csv =
        new StringBuilder("ID,Type,SKU,Name,Published,\"Regular price\",Categories\n");
    for (int row = 1; row <= ROWS; row++) {
      String sku = "F/" + articles.run() + "/" + file + "/" + row;
      csv.append(row).append(",simple,\"").append(sku).append("\",\"Neu ").append(sku);
      csv.append("\",1,\"4.90\",\"Prüfung\"\n");
    }
    return csv.toString();
  }
}
