package kontor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.network.LinkState;
import kontor.local.network.Network;
import kontor.local.platform.Component.Rank;
import kontor.local.platform.ComponentStatus.State;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with real processes: the store and the broker. */
class SupervisorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path project;

  private PlatformFolder folder;
  private Supervisor supervisor;

  @BeforeEach
  void prepare() {
    folder = new PlatformFolder(project);
    folder.create();
    supervisor = supervising(List.of());
  }

  @AfterEach
  void stop() {
    supervisor.stop();
  }

  @Test
  void whatWasKilledComesBackWithItsDataAndDownLeavesNothing() throws Exception {
    int storePort = freePort();
    int brokerPort = freePort();
    AtomicInteger topics = new AtomicInteger();
    supervisor =
        new Supervisor(
            List.of(store(storePort), broker(brokerPort)),
            folder,
            () -> {
              new TopicCreator("127.0.0.1:" + brokerPort).create(Topics.all());
              topics.incrementAndGet();
            },
            Clock.systemUTC());
    supervisor.start();
    assertThat(supervisor.status().ready()).isTrue();
    assertThat(topics).hasValue(1);
    write(storePort);

    long before = status("store").pid();
    kill(before);
    await()
        .atMost(PATIENCE)
        .until(() -> status("store").ready() && status("store").restarts() == 1);
    assertThat(status("store").pid()).isNotEqualTo(before);
    assertThat(count(storePort)).isEqualTo(1);

    List<Long> pids = supervisor.status().components().stream().map(ComponentStatus::pid).toList();
    supervisor.stop();
    assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(folder.run()).isEmptyDirectory();
  }

  @Test
  void aComponentThatNeverStartsIsHopelessAndOthersGoOn() throws Exception {
    int port = freePort();
    supervisor = supervising(List.of(store(port), service("broken", "-no-such-flag")));
    supervisor.start();
    await().atMost(PATIENCE).until(() -> status("broken").hopeless());
    assertThat(status("store").ready()).isTrue();
    assertThat(Files.readString(folder.log("broken"))).contains("no-such-flag");
  }

  @Test
  void aRestartOnDemandComesBackAtOnceWithAnEmptyScratchFolder() throws Exception {
    supervisor = supervising(List.of(store(freePort())));
    supervisor.start();
    Path left = Files.writeString(folder.scratch("store").resolve("left"), "behind");
    assertThat(supervisor.restart("store")).isEqualTo(1);
    assertThat(supervisor.restart("nothing")).isZero();
    await()
        .atMost(PATIENCE)
        .until(() -> status("store").ready() && status("store").restarts() == 1);
    assertThat(left).doesNotExist();
    assertThat(left.getParent()).isDirectory();
  }

  @Test
  void theControlAnswersOnlyToTheToken() throws Exception {
    supervisor = supervising(List.of(store(freePort())));
    supervisor.start();
    Network none = Network.open(List.of());
    try (ControlServer control = ControlServer.start(supervisor, none, 0, "right")) {
      ControlFile.ofThisProcess(control.port(), "right").write(folder);
      RunningPlatform platform = RunningPlatform.of(folder).orElseThrow();
      assertThat(platform.status().components())
          .extracting(ComponentStatus::name)
          .containsExactly("store");
      assertThat(platform.restart("nothing")).isFalse();
      URI down = URI.create("http://127.0.0.1:" + control.port() + "/down");
      HttpRequest forged =
          HttpRequest.newBuilder(down)
              .header("Authorization", "Bearer wrong")
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(HttpClient.newHttpClient().send(forged, BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
      platform.down();
      await().atMost(PATIENCE).until(() -> status("store").state() == State.STOPPED);
    }
  }

  @Test
  void theControlBreaksLinksThatAreInUse() throws Exception {
    supervisor = supervising(List.of());
    int port = freePort();
    try (ServerSocket store = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Network network =
            Network.open(List.of(new Network.Link("order:store", port, store.getLocalPort())));
        ControlServer control = ControlServer.start(supervisor, network, 0, "right")) {
      ControlFile.ofThisProcess(control.port(), "right").write(folder);
      RunningPlatform platform = RunningPlatform.of(folder).orElseThrow();
      assertThat(platform.links()).isEmpty();
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
        await().atMost(PATIENCE).until(() -> platform.links().contains("order:store"));
        platform.link("order:store", LinkState.refusing());
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
      }
      assertThatThrownBy(() -> platform.link("nothing", LinkState.WELL))
          .hasMessageContaining("nothing");
    }
  }

  @Test
  void aPlatformWhoseSupervisorIsGoneDoesNotRun() throws IOException {
    assertThat(RunningPlatform.of(folder)).isEmpty();
    new ControlFile(ProcessHandle.current().pid(), 1, 8079, "x").write(folder);
    assertThat(RunningPlatform.of(folder)).isEmpty();
  }

  @Test
  void whatAKilledSupervisorLeftBehindIsEndedAndNothingElse() throws Exception {
    Process left = sleeper();
    Process stranger = sleeper();
    PidFiles pids = new PidFiles(folder);
    pids.write("left", left.toHandle());
    Files.writeString(folder.run().resolve("old.pid"), stranger.pid() + " 12345");
    try {
      assertThat(pids.endLeftovers(Duration.ofSeconds(10))).isEqualTo(1);
      assertThat(left.waitFor()).isNotZero();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  private Supervisor supervising(List<Component> components) {
    return new Supervisor(components, folder, () -> {}, Clock.systemUTC());
  }

  private ComponentStatus status(String name) {
    return supervisor.status().components().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Component store(int port) {
    return own("store", Rank.STORE, port, "kontor.local.store.StoreMain", data("store"), "" + port);
  }

  private Component broker(int port) throws IOException {
    String main = "kontor.local.broker.BrokerMain";
    return own("broker", Rank.BROKER, port, main, data("broker"), "" + port, "" + freePort());
  }

  private Component service(String name, String... arguments) throws IOException {
    return own(name, Rank.SERVICE, freePort(), arguments);
  }

  private static Component own(String name, Rank rank, int port, String... arguments) {
    List<String> command = new ArrayList<>(JavaCommand.start(128, List.of()));
    command.addAll(Artifact.OWN.arguments(Path.of(""), Path.of("")));
    command.addAll(List.of(arguments));
    return new Component(
        name, name, rank, port, command, Map.of(), Probe.port(port), "", Duration.ofSeconds(20));
  }

  private String data(String name) {
    return folder.data(name).toString();
  }

  private static Process sleeper() throws IOException {
    return new ProcessBuilder("sleep", "300").start();
  }

  private static void write(int port) {
    try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
      client.getDatabase("test").getCollection("kept").insertOne(new Document("_id", 1));
    }
  }

  private static long count(int port) {
    try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
      return client.getDatabase("test").getCollection("kept").countDocuments();
    }
  }

  private static void kill(long pid) {
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
