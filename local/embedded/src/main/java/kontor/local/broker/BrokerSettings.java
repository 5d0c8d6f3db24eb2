package kontor.local.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Kafka's settings for one small node: few threads, small buffers, loopback only. */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  static Properties of(Path logs, int port, int controllerPort, List<Listener> detours) {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", String.valueOf(NODE_ID));
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    if (!detours.isEmpty()) {
      detours(settings, port, detours);
    }
    settings.put("log.dirs", logs.toString());
    settings.put("auto.create.topics.enable", "false");
    singleReplica(settings);
    smallFootprint(settings);
    return settings;
  }

  /** Each of them tells its clients another port than the one that it listens on. */
  private static void detours(Properties settings, int port, List<Listener> detours) {
    StringBuilder listeners = new StringBuilder(settings.getProperty("listeners"));
    StringBuilder told = new StringBuilder("PLAINTEXT://127.0.0.1:" + port);
    StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    for (Listener detour : detours) {
      listeners.append(',').append(detour.name()).append("://127.0.0.1:").append(detour.port());
      told.append(',').append(detour.name()).append("://127.0.0.1:").append(detour.told());
      protocols.append(',').append(detour.name()).append(":PLAINTEXT");
      settings.put(
          "listener.name." + detour.name().toLowerCase(Locale.ROOT) + ".num.network.threads", "1");
    }
    settings.put("listeners", listeners.toString());
    settings.put("advertised.listeners", told.toString());
    settings.put("listener.security.protocol.map", protocols.toString());
  }

  private static void singleReplica(Properties settings) {
    settings.put("default.replication.factor", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // After a kill the controller waits this long for the broker's former life; default is 9 s.
    settings.put("broker.session.timeout.ms", "4000");
    settings.put("broker.heartbeat.interval.ms", "1000");
  }

  private static void smallFootprint(Properties settings) {
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.threads", "1");
    settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
    settings.put("log.cleaner.io.buffer.size", String.valueOf(128 << 10));
    settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
    settings.put("offsets.topic.segment.bytes", String.valueOf(16 << 20));
    settings.put("transaction.state.log.segment.bytes", String.valueOf(16 << 20));
    settings.put("metadata.log.segment.bytes", String.valueOf(16 << 20));
    settings.put("metadata.log.max.record.bytes.between.snapshots", String.valueOf(8 << 20));
  }
}
