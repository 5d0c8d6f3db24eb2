package kontor.local.platform;

import static kontor.local.platform.Artifact.JAR;
import static kontor.local.platform.Artifact.OWN;
import static kontor.local.platform.Artifact.QUARKUS;
import static kontor.local.platform.Artifact.SPRING_BOOT;
import static kontor.local.platform.Component.Rank.BROKER;
import static kontor.local.platform.Component.Rank.GATEWAY;
import static kontor.local.platform.Component.Rank.SERVICE;
import static kontor.local.platform.Component.Rank.STORE;

import java.util.List;

/** What the platform consists of. A new service is a new line here. */
final class PlatformTable {

  static final String HOST = "127.0.0.1";
  static final int CONTROL_PORT = 8079;
  static final int CONTROLLER_PORT = 9093;
  static final int STORE_PORT = 27017;

  private static final String READY_SPRING = "/actuator/health/readiness";
  private static final String READY_QUARKUS = "/q/health/ready";
  private static final String METRICS_SPRING = "/actuator/prometheus";
  private static final String METRICS_QUARKUS = "/q/metrics";
  private static final List<String> QUIET =
      List.of("-Dlogback.configurationFile=kontor/local/logback.xml");

  private PlatformTable() {}

  static List<ServiceSpec> all() {
    return List.of(
        new ServiceSpec(
            "store",
            STORE,
            STORE_PORT,
            "local",
            OWN,
            "kontor.local.store.StoreMain",
            "",
            "",
            512,
            400,
            false,
            QUIET),
        new ServiceSpec(
            "broker",
            BROKER,
            9092,
            "local",
            OWN,
            "kontor.local.broker.BrokerMain",
            "",
            "",
            320,
            420,
            false,
            QUIET),
        quarkus("catalog", 8081, "catalog-service", 224),
        spring("order", 8082, "order-service", 256),
        spring("inventory", 8083, "inventory-service", 224),
        spring("connector", 8084, "marketplace-connector", 320),
        quarkus("analytics", 8085, "analytics-service", 224),
        new ServiceSpec(
            "sandbox",
            SERVICE,
            8090,
            "marketplace-sandbox",
            JAR,
            "",
            "/health",
            "",
            640,
            140,
            false,
            List.of()),
        new ServiceSpec(
            "gateway",
            GATEWAY,
            8080,
            "gateway",
            SPRING_BOOT,
            "",
            READY_SPRING,
            METRICS_SPRING,
            192,
            380,
            false,
            List.of()));
  }

  private static ServiceSpec spring(String name, int port, String folder, int heap) {
    return new ServiceSpec(
        name,
        SERVICE,
        port,
        folder,
        SPRING_BOOT,
        "",
        READY_SPRING,
        METRICS_SPRING,
        heap,
        heap + 180,
        true,
        List.of());
  }

  private static ServiceSpec quarkus(String name, int port, String folder, int heap) {
    return new ServiceSpec(
        name,
        SERVICE,
        port,
        folder,
        QUARKUS,
        "",
        READY_QUARKUS,
        METRICS_QUARKUS,
        heap,
        heap + 150,
        true,
        List.of());
  }
}
