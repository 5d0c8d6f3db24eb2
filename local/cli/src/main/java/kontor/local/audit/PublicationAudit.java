package kontor.local.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.audit.Finding;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventRoutes;
import kontor.eventstore.StreamId;
import kontor.local.audit.Streams.Entry;

/** Is every stored event on its topic, and are a stream's events there in their order? */
final class PublicationAudit {

  private final EventRoutes routes = new EventRoutes(Topics.all());
  private final Streams streams;
  private final TopicContents contents;

  PublicationAudit(Streams streams, TopicContents contents) {
    this.streams = streams;
    this.contents = contents;
  }

  List<Finding> findings() {
    List<String> missing = new ArrayList<>();
    List<String> reversed = new ArrayList<>();
    long events = 0;
    for (Map.Entry<StreamId, List<Entry>> stream : streams.entries().entrySet()) {
      for (Map.Entry<Topic, List<Long>> stored : byTopic(stream.getValue()).entrySet()) {
        events += stored.getValue().size();
        List<Long> published = contents.versions(stored.getKey(), stream.getKey());
        check(stored.getKey(), stream.getKey(), stored.getValue(), published, missing, reversed);
      }
    }
    return List.of(
        new Finding("every stored event is on its topic", events, missing),
        new Finding("events of a stream lie on their topic in its order", events, reversed),
        new Finding("no commit waits to be published", events, streams.pending()));
  }

  private Map<Topic, List<Long>> byTopic(List<Entry> stream) {
    Map<Topic, List<Long>> stored = new HashMap<>();
    for (Entry entry : stream) {
      routes
          .topic(entry.type())
          .ifPresent(t -> stored.computeIfAbsent(t, k -> new ArrayList<>()).add(entry.version()));
    }
    return stored;
  }

  /** A compacted topic keeps at least the newest; the first time that each lies there, in order. */
  private static void check(
      Topic topic,
      StreamId stream,
      List<Long> stored,
      List<Long> published,
      List<String> missing,
      List<String> reversed) {
    Set<Long> first = new LinkedHashSet<>(published);
    List<Long> expected =
        topic.compacted() ? stored.subList(stored.size() - 1, stored.size()) : stored;
    for (Long version : expected) {
      if (!first.contains(version)) {
        missing.add(topic.name() + ": " + stream + "@" + version);
      }
    }
    long before = 0;
    for (Long version : first) {
      if (version < before) {
        reversed.add(topic.name() + ": " + stream + "@" + version + " after " + before);
      }
      before = version;
    }
    if (topic.compacted()
        && !published.isEmpty()
        && !published.get(published.size() - 1).equals(stored.get(stored.size() - 1))) {
      reversed.add(topic.name() + ": " + stream + " does not end with its newest state");
    }
  }
}
