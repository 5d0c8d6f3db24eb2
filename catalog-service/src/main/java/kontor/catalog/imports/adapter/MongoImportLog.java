package kontor.catalog.imports.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kontor.catalog.imports.ImportLog;
import kontor.catalog.imports.ImportRun;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.format.StockCount;
import org.bson.Document;

/**
 * One document per import, further ones of some hundred lines each for its lists, and one that
 * names the latest imports.
 */
final class MongoImportLog implements ImportLog {

  private static final String LATEST = "latest";
  private static final int KEPT = 100;
  private static final int PAGE = 500;

  private final MongoCollection<Document> imports;
  private final MongoCollection<Document> lists;
  private final ObjectMapper json;

  MongoImportLog(MongoDatabase database, ObjectMapper json) {
    imports = database.getCollection("imports");
    lists = database.getCollection("import-lists");
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Override
  public void save(ImportRun run) {
    imports.replaceOne(
        Filters.eq("_id", run.id()),
        new Document("_id", run.id()).append("run", write(run)),
        new ReplaceOptions().upsert(true));
    if (run.state() == ImportRun.State.WAITING) {
      imports.updateOne(
          Filters.eq("_id", LATEST),
          Updates.pushEach("ids", List.of(run.id()), new PushOptions().slice(-KEPT)),
          new UpdateOptions().upsert(true));
    }
  }

  @Override
  public Optional<ImportRun> find(String id) {
    return Optional.ofNullable(imports.find(Filters.eq("_id", id)).first())
        .filter(found -> found.containsKey("run"))
        .map(this::run);
  }

  @Override
  public List<ImportRun> latest(int most) {
    Document latest = imports.find(Filters.eq("_id", LATEST)).first();
    if (latest == null) {
      return List.of();
    }
    List<String> ids = new ArrayList<>(latest.getList("ids", String.class));
    Collections.reverse(ids);
    List<String> wanted = ids.subList(0, Math.min(most, ids.size()));
    Map<String, ImportRun> found = new HashMap<>();
    imports.find(Filters.in("_id", wanted)).map(this::run).forEach(run -> found.put(run.id(), run));
    return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private ImportRun run(Document document) {
    return read(document.getString("run"), ImportRun.class);
  }

  @Override
  public void saveFlaws(String id, List<Flaw> flaws) {
    save(id + "/flaws/", flaws);
  }

  @Override
  public List<Flaw> flaws(String id, int from, int most) {
    return list(id + "/flaws/", from, most, Flaw.class);
  }

  @Override
  public void saveStock(String id, List<StockCount> stock) {
    save(id + "/stock/", stock);
  }

  @Override
  public List<StockCount> stock(String id, int from, int most) {
    return list(id + "/stock/", from, most, StockCount.class);
  }

  private void save(String prefix, List<?> items) {
    for (int from = 0; from < items.size(); from += PAGE) {
      List<String> lines =
          items.subList(from, Math.min(items.size(), from + PAGE)).stream()
              .map(this::write)
              .toList();
      lists.replaceOne(
          Filters.eq("_id", prefix + from / PAGE),
          new Document("_id", prefix + from / PAGE).append("lines", lines),
          new ReplaceOptions().upsert(true));
    }
  }

  private <T> List<T> list(String prefix, int from, int most, Class<T> type) {
    List<T> items = new ArrayList<>();
    for (int page = from / PAGE; page <= (from + most - 1) / PAGE; page++) {
      Document found = lists.find(Filters.eq("_id", prefix + page)).first();
      List<String> lines = found == null ? List.of() : found.getList("lines", String.class);
      int start = Math.max(0, from - page * PAGE);
      int end = Math.min(lines.size(), from + most - page * PAGE);
      for (int i = start; i < end; i++) {
        items.add(read(lines.get(i), type));
      }
    }
    return items;
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass(), e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read " + type, e);
    }
  }
}
