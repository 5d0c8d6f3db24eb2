package kontor.catalog.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kontor.catalog.edit.Expected;
import kontor.catalog.edit.Fault;
import kontor.catalog.edit.Refused;
import kontor.catalog.imports.Tally.Outcome;
import kontor.catalog.imports.format.Draft;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.table.Row;
import kontor.catalog.price.Prices;
import kontor.catalog.product.Products;
import kontor.contracts.ProductId;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.eventstore.Origin;

/**
 * Takes drafts into the catalog, each whole or not at all: what would be refused later is asked
 * before anything is published. Safe for threads.
 */
final class Intake {

  private final Products products;
  private final Prices prices;
  private final Map<String, String> columns;
  private final Origin origin;
  private final Tally tally;
  private final Map<ProductId, Long> seen = new ConcurrentHashMap<>();

  Intake(
      Products products, Prices prices, Map<String, String> columns, Origin origin, Tally tally) {
    this.products = products;
    this.prices = prices;
    this.columns = columns;
    this.origin = origin;
    this.tally = tally;
  }

  void take(Draft draft, List<Row> rows) {
    draft.notes().forEach(tally::note);
    if (!draft.flaws().isEmpty()) {
      refuse(rows, draft.flaws());
    } else if (draft.product().isEmpty()) {
      tally.count(Outcome.LEFT_OUT, rows.size());
    } else {
      take(draft, draft.product().get(), rows);
    }
  }

  private void take(Draft draft, ProductPublished product, List<Row> rows) {
    Long other = seen.putIfAbsent(product.product(), rows.get(0).line());
    if (other != null) {
      String reason = "line " + other + " has the product '" + product.product() + "' already";
      refuse(rows, List.of(new Flaw(rows.get(0).line(), column("id"), reason)));
      return;
    }
    try {
      checkPrices(draft);
      tally.count(publish(draft, product), rows.size());
      tally.stock(draft.stock());
    } catch (Refused e) {
      refuse(rows, flaws(e, draft, rows));
    } catch (IllegalArgumentException e) {
      refuse(rows, List.of(new Flaw(rows.get(0).line(), "", String.valueOf(e.getMessage()))));
    }
  }

  private Outcome publish(Draft draft, ProductPublished product) {
    var decided = products.publish(product, new Expected.Any(), origin);
    boolean changed = !decided.events().isEmpty();
    boolean created = changed && decided.version() == 1;
    for (var price : draft.prices().entrySet()) {
      changed |= !prices.setGeneral(price.getKey(), price.getValue(), origin).events().isEmpty();
    }
    if (created) {
      return Outcome.CREATED;
    }
    return changed ? Outcome.CHANGED : Outcome.UNCHANGED;
  }

  private static void checkPrices(Draft draft) {
    for (var list : draft.prices().values()) {
      List<Fault> faults = Prices.faults(list);
      if (!faults.isEmpty()) {
        throw Refused.field("price", faults.get(0).message());
      }
    }
  }

  /** Nothing of a product is taken when one of its rows is refused. */
  private void refuse(List<Row> rows, List<Flaw> flaws) {
    List<Flaw> all = new ArrayList<>(flaws);
    Set<Long> told = new HashSet<>();
    flaws.forEach(flaw -> told.add(flaw.line()));
    for (Row row : rows) {
      if (told.add(row.line())) {
        all.add(
            new Flaw(
                row.line(), "", "belongs to the product refused in line " + flaws.get(0).line()));
      }
    }
    tally.flaws(all);
    tally.count(Outcome.REFUSED, rows.size());
  }

  private List<Flaw> flaws(Refused refused, Draft draft, List<Row> rows) {
    if (refused.faults().isEmpty()) {
      return List.of(new Flaw(rows.get(0).line(), "", String.valueOf(refused.getMessage())));
    }
    return refused.faults().stream()
        .map(
            fault ->
                new Flaw(
                    line(fault.field(), draft, rows), columnOf(fault.field()), fault.message()))
        .toList();
  }

  /** {@code variants[2].sku} is in the row of the third variant. */
  private static long line(String field, Draft draft, List<Row> rows) {
    if (field.startsWith("variants[")) {
      int index = Integer.parseInt(field.substring(9, field.indexOf(']')));
      if (index < draft.variantLines().size()) {
        return draft.variantLines().get(index);
      }
    }
    return rows.get(0).line();
  }

  private String columnOf(String field) {
    String last = field.replaceAll("\\[\\d+]", "");
    for (String part :
        List.of(
            "sku",
            "gtin",
            "title",
            "options",
            "images",
            "components",
            "categories",
            "brand",
            "price")) {
      if (last.contains(part)) {
        return column(part);
      }
    }
    return "";
  }

  private String column(String part) {
    return columns.getOrDefault(part, "");
  }
}
