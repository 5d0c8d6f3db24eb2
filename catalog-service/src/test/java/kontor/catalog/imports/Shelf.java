package kontor.catalog.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import kontor.catalog.imports.format.Draft;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.format.Format;
import kontor.catalog.imports.format.Options;
import kontor.catalog.imports.format.Reading;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Table;
import kontor.catalog.imports.table.TableFile;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.ProductPublished;

/** What a file says, read as an import reads it, without a catalog behind. */
final class Shelf {

  static final Options OPTIONS =
      new Options("de", Currency.getInstance("EUR"), true, true, ZoneId.of("Europe/Berlin"));

  private static final Path SHARED = Path.of("../../shared/data");

  final String format;
  final List<Draft> drafts;

  private Shelf(String format, List<Draft> drafts) {
    this.format = format;
    this.drafts = drafts;
  }

  static Shelf of(String text) {
    return of(text, StandardCharsets.UTF_8);
  }

  static Shelf of(String text, Charset charset) {
    try {
      Path file = Files.createTempFile("kontor-import", ".csv");
      try {
        Files.write(file, text.getBytes(charset));
        return read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Shelf read(Path path) {
    try {
      TableFile file =
          TableFile.of(path, header -> Format.all().stream().anyMatch(f -> f.fits(header)));
      Header header;
      try (Table table = file.open()) {
        header = table.header();
      }
      Format format = Importer.format(header);
      RowGroups groups = new RowGroups(file, format);
      List<Draft> drafts = new ArrayList<>();
      Reading reading = new Reading(OPTIONS, groups.mark());
      groups.forEach(rows -> drafts.add(format.draft(rows, reading)));
      return new Shelf(format.name(), drafts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the data beside the project, which is not everywhere. */
  static Optional<Path> shared(String name) {
    Path path = SHARED.resolve(name);
    return Files.exists(path) ? Optional.of(path) : Optional.empty();
  }

  List<Flaw> flaws() {
    return drafts.stream().flatMap(draft -> draft.flaws().stream()).toList();
  }

  List<ProductPublished> products() {
    return drafts.stream().flatMap(draft -> draft.product().stream()).toList();
  }

  ProductPublished product(String id) {
    return products().stream()
        .filter(product -> product.product().value().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " in " + products() + flaws()));
  }

  List<Price> prices(String sku) {
    return drafts.stream()
        .flatMap(draft -> draft.prices().entrySet().stream())
        .filter(entry -> entry.getKey().value().equals(sku))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  Optional<Integer> stock(String sku) {
    return drafts.stream()
        .flatMap(draft -> draft.stock().stream())
        .filter(count -> count.sku().value().equals(sku))
        .map(count -> count.onHand())
        .findFirst();
  }
}
