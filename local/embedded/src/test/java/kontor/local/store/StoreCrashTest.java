package kontor.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is killed while four clients write loses nothing that it acknowledged. */
class StoreCrashTest {

  private static final int WRITERS = 4;

  @TempDir Path folder;

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> cleared = new ConcurrentLinkedQueue<>();

  @Test
  void whatWasAcknowledgedSurvivesAKill() throws Exception {
    for (int round = 0; round < 3; round++) {
      writeUntilKilled(round);
    }
    try (EmbeddedStore store = EmbeddedStore.durable(folder).start(0);
        MongoClient client = MongoClients.create(store.uri())) {
      Set<String> found = new HashSet<>();
      Set<String> pending = new HashSet<>();
      for (Document commit : client.getDatabase("crash").getCollection("commits").find()) {
        found.add(commit.getString("_id"));
        if (commit.containsKey("pending")) {
          pending.add(commit.getString("_id"));
        }
      }
      System.out.println(acknowledged.size() + " acknowledged, " + found.size() + " found");
      assertThat(found).containsAll(acknowledged);
      assertThat(pending).doesNotContainAnyElementsOf(cleared);
    }
  }

  private void writeUntilKilled(int round) throws IOException, InterruptedException {
    int before = acknowledged.size();
    Process process = fork();
    try (MongoClient client = MongoClients.create(uri(process))) {
      MongoCollection<Document> commits = client.getDatabase("crash").getCollection("commits");
      ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
      for (int writer = 0; writer < WRITERS; writer++) {
        String prefix = round + "-" + writer + "-";
        writers.execute(() -> write(commits, prefix));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > before + 3_000);
      process.destroyForcibly().waitFor();
      writers.shutdownNow();
      assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void write(MongoCollection<Document> commits, String prefix) {
    try {
      for (int batch = 0; ; batch++) {
        String start = prefix + batch + "-";
        List<String> ids = IntStream.range(0, 8).mapToObj(i -> start + i).toList();
        commits.insertMany(
            ids.stream().map(StoreCrashTest::commit).toList(),
            new InsertManyOptions().ordered(false));
        acknowledged.addAll(ids);
        commits.updateMany(Filters.in("_id", ids), Updates.unset("pending"));
        cleared.addAll(ids);
      }
    } catch (MongoException killed) {
      // That is what the test waits for.
    }
  }

  private static Document commit(String id) {
    return new Document("_id", id).append("pending", true).append("data", "x".repeat(600));
  }

  private Process fork() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            StoreMain.class.getName(),
            folder.toString(),
            "0");
    return builder.redirectErrorStream(true).start();
  }

  private static String uri(Process process) throws IOException {
    var reader = process.inputReader();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      int at = line.indexOf("mongodb://");
      if (at >= 0) {
        return line.substring(at);
      }
    }
    throw new IOException("the store did not start");
  }
}
