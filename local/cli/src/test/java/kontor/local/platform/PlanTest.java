package kontor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import kontor.local.network.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What will run, with what, and what is in the way. */
class PlanTest {

  @TempDir Path project;

  private PlatformFolder folder;

  @BeforeEach
  void modules() throws IOException {
    folder = new PlatformFolder(project);
    folder.create();
    for (String module : List.of("catalog-service", "marketplace-connector", "gateway")) {
      Files.createDirectories(project.resolve(module).resolve("target"));
      Files.createFile(project.resolve(module).resolve("pom.xml"));
    }
    built("catalog-service/target/quarkus-app/quarkus-run.jar");
    extracted("marketplace-connector");
    extracted("gateway");
  }

  @Test
  void moreInstancesOfTheServiceThatIsNamed() {
    assertThat(new Plan(folder, Instances.parse("connector=3"), Map.of()).components())
        .extracting(Component::name)
        .containsExactly(
            "store", "broker", "catalog", "connector", "connector-2", "connector-3", "gateway");
  }

  @Test
  void twoInstancesOfEachServiceAndOneOfAllElse() {
    List<Component> components = new Plan(folder, Instances.ofEach(2), Map.of()).components();
    assertThat(components)
        .extracting(each -> each.name() + ":" + each.port())
        .containsExactly(
            "store:27017",
            "broker:9092",
            "catalog:8081",
            "catalog-2:8181",
            "connector:8084",
            "connector-2:8184",
            "gateway:8080");
    Component second = component(components, "catalog-2");
    assertThat(second.kind()).isEqualTo("catalog");
    assertThat(second.environment())
        .containsEntry("KONTOR_INSTANCE", "catalog-2")
        .containsEntry("QUARKUS_HTTP_PORT", "8181")
        .containsEntry("MONGODB_URI", "mongodb://127.0.0.1:27017")
        .containsEntry("KONTOR_DATA_DIR", folder.data("catalog-2").toString());
    assertThat(component(components, "gateway").environment())
        .containsEntry("KONTOR_CATALOG_URIS", "http://127.0.0.1:8081,http://127.0.0.1:8181");
  }

  @Test
  void eachProcessGetsOnlyItsOwnSecrets() {
    for (Component each : new Plan(folder, Instances.ofEach(1), Map.of()).components()) {
      boolean gateway = each.name().equals("gateway");
      assertThat(each.environment().containsKey("KONTOR_TOKEN_PRIVATE_KEY")).isEqualTo(gateway);
      assertThat(each.environment().containsKey("KONTOR_ADMIN_PASSWORD")).isEqualTo(gateway);
      assertThat(each.environment().containsKey("KONTOR_CONNECTOR_KEY"))
          .isEqualTo(each.name().equals("connector"));
    }
  }

  @Test
  void serversThatAreGivenAreUsedAndNotStarted() {
    Map<String, String> environment =
        Map.of("MONGODB_URI", "mongodb://db", "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    Plan plan = new Plan(folder, Instances.ofEach(1), environment);
    assertThat(plan.components())
        .extracting(Component::name)
        .containsExactly("catalog", "connector", "gateway");
    assertThat(component(plan.components(), "catalog").environment())
        .containsAllEntriesOf(environment);
    assertThat(plan.ports()).doesNotContainKeys(27017, 9092, 9093);
  }

  @Test
  void aBreakablePlatformReachesStoreAndBrokerByLinksOnly() {
    Plan plan = new Plan(folder, Instances.ofEach(2), Map.of(Plan.BREAKABLE, "true"));
    assertThat(component(plan.components(), "catalog-2").environment())
        .containsEntry("MONGODB_URI", "mongodb://127.0.0.1:21181")
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:23181");
    assertThat(component(plan.components(), "broker").command()).contains("22181:23181");
    assertThat(plan.links().all())
        .contains(new Network.Link("catalog-2:store", 21_181, 27_017))
        .contains(new Network.Link("catalog-2:broker", 23_181, 22_181));
    assertThat(plan.ports()).containsEntry(21_181, "link catalog-2:store");
    assertThat(plan.bootstrapServers()).isEqualTo("127.0.0.1:9092");
  }

  @Test
  void linksDoNotLeadToGivenServers() {
    Map<String, String> environment =
        Map.of(Plan.BREAKABLE, "true", "MONGODB_URI", "mongodb://db/shop");
    assertThat(Preflight.obstacles(new Plan(folder, Instances.ofEach(1), environment)))
        .anyMatch(obstacle -> obstacle.contains("--breakable"));
  }

  @Test
  void indexesOfOtherServersAreKeptApart() {
    String here = indexes(Map.of());
    String there = indexes(Map.of("MONGODB_URI", "mongodb://user:old@db/shop"));
    String elsewhere = indexes(Map.of("MONGODB_URI", "mongodb://db-2/shop"));
    assertThat(Set.of(here, there, elsewhere)).hasSize(3);
    assertThat(indexes(Map.of("MONGODB_URI", "mongodb://user:new@db/shop"))).isEqualTo(there);
  }

  private String indexes(Map<String, String> environment) {
    List<Component> components = new Plan(folder, Instances.ofEach(1), environment).components();
    return component(components, "catalog").environment().getOrDefault("KONTOR_DATA_DIR", "");
  }

  @Test
  void aModuleThatIsNotBuiltIsNamed() throws IOException {
    Files.delete(project.resolve("catalog-service/target/quarkus-app/quarkus-run.jar"));
    assertThat(Preflight.obstacles(new Plan(folder, Instances.ofEach(1), Map.of())))
        .contains("catalog-service is not built: ./kontor up builds it.");
  }

  @Test
  void aTakenPortAndTooLittleMemoryAreOneSentenceEach() throws IOException {
    List<String> obstacles = new ArrayList<>();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Preflight.ports(Map.of(taken.getLocalPort(), "catalog"), obstacles);
      Preflight.memory(3_000, OptionalLong.of(1_200), obstacles);
      Preflight.memory(3_000, OptionalLong.of(9_000), obstacles);
      Preflight.memory(3_000, OptionalLong.empty(), obstacles);
      assertThat(obstacles)
          .containsExactly(
              "Port "
                  + taken.getLocalPort()
                  + ", which catalog needs, is taken by another program.",
              "Kontor needs about 3000 MB of free memory here, and there are 1200 MB.");
    }
  }

  @Test
  void keysAreMadeOnceWorkAndAreForTheOwnerOnly() throws Exception {
    Secrets secrets = Secrets.of(folder);
    assertThat(Secrets.of(folder).equals(secrets)).isTrue();
    KeyFactory keys = KeyFactory.getInstance("EC");
    PrivateKey mine =
        keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(secrets.tokenPrivateKey())));
    PublicKey theirs = keys.generatePublic(new X509EncodedKeySpec(bytes(secrets.tokenPublicKey())));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(mine);
    byte[] signed = signature.sign();
    signature.initVerify(theirs);
    assertThat(signature.verify(signed)).isTrue();
    assertThat(bytes(secrets.connectorKey())).hasSize(32);
    assertThat(secrets.adminPassword()).hasSize(16);
    assertThat(secrets).hasToString("Secrets");
    assertThat(Files.getPosixFilePermissions(folder.secrets().resolve("admin-password")))
        .hasSize(2);
  }

  @Test
  void resetDeletesWhatRunningLeftAndNotWhatWasBuilt() throws IOException {
    Secrets.of(folder);
    Files.createDirectories(folder.data("store"));
    folder.reset();
    assertThat(folder.data("store")).doesNotExist();
    assertThat(folder.secrets()).doesNotExist();
    assertThat(project.resolve("catalog-service/target/quarkus-app/quarkus-run.jar")).exists();
  }

  private static Component component(List<Component> components, String name) {
    return components.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private void built(String file) throws IOException {
    Files.createDirectories(project.resolve(file).getParent());
    Files.createFile(project.resolve(file));
  }

  /** A Spring Boot jar that was taken apart after it was built. */
  private void extracted(String module) throws IOException {
    built(module + "/target/" + module + ".jar");
    Path jar = project.resolve(module + "/target/" + module + ".jar");
    built(".kontor/apps/" + module + "/source");
    Files.writeString(
        folder.applications().resolve(module + "/source"), ExtractedJar.checksum(jar));
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
