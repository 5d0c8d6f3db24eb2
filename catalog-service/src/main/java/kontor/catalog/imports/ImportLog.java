package kontor.catalog.imports;

import java.util.List;
import java.util.Optional;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.format.StockCount;

/** Where imports and their reports are kept. */
public interface ImportLog {

  void save(ImportRun run);

  Optional<ImportRun> find(String id);

  /** The latest, newest first. */
  List<ImportRun> latest(int most);

  void saveFlaws(String id, List<Flaw> flaws);

  List<Flaw> flaws(String id, int from, int most);

  void saveStock(String id, List<StockCount> stock);

  List<StockCount> stock(String id, int from, int most);
}
