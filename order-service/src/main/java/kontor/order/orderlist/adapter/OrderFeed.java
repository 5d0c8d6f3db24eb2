package kontor.order.orderlist.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.topic.Topics;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.kafka.TopicTail;
import kontor.order.lifecycle.Deadlines;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderLookup;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.Orders;
import kontor.platform.spring.PlatformSettings;
import kontor.search.Filter;
import kontor.search.Schema;
import kontor.search.SearchDocument;
import kontor.search.SearchIndex;
import kontor.search.SearchRequest;
import kontor.search.SortBy;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the topic {@code orders}: keeps this instance's index of orders and tells who waits for
 * an order that it has moved. The index goes on where it stopped and is read anew when it is
 * missing.
 */
@Component
class OrderFeed implements OrderLookup, DisposableBean {

  static final Schema SCHEMA =
      Schema.builder()
          .keyword("status")
          .keyword("channel")
          .keyword("country")
          .keyword("number")
          .keyword("customer")
          .keyword("sku")
          .text("text", Locale.GERMAN)
          .money("grand")
          .instant("placedAt")
          .instant("dueAt")
          .build();

  private static final Logger LOG = LoggerFactory.getLogger(OrderFeed.class);

  private static final int AT_ONCE = 200;

  private final Orders orders;
  private final Deadlines deadlines;
  private final CloudEventRecords records;
  private final JsonMapper json;
  private final SearchIndex index;
  private final TopicTail tail;
  private final Map<OrderId, List<Consumer<OrderSummary>>> waiting = new ConcurrentHashMap<>();

  OrderFeed(
      Orders orders,
      Deadlines deadlines,
      CloudEventRecords records,
      PlatformSettings settings,
      JsonMapper json)
      throws IOException {
    this.orders = orders;
    this.deadlines = deadlines;
    this.records = records;
    this.json = json;
    index = SearchIndex.open(settings.dataDir().resolve(settings.instance() + "-orders"), SCHEMA);
    index.emptyBecause().ifPresent(reason -> LOG.info("reading all orders: {}", reason));
    tail =
        new TopicTail(
                "order-list",
                KafkaSettings.promptTail(
                    settings.kafkaBootstrapServers(), settings.instance() + "-list"),
                List.of(Topics.ORDERS),
                index.positions(),
                this::read)
            .start();
  }

  SearchIndex index() {
    return index;
  }

  boolean caughtUp() {
    return tail.caughtUp();
  }

  @Override
  public Optional<OrderId> byNumber(String number) {
    SearchRequest wanted =
        SearchRequest.builder().filter(Filter.term("number", number)).limit(1).build();
    return index.search(wanted).hits().stream().findFirst().map(hit -> new OrderId(hit.id()));
  }

  /** Orders for which a deadline has passed, the oldest first; not all at once. */
  List<OrderId> due(Instant now) {
    SearchRequest wanted =
        SearchRequest.builder()
            .filter(Filter.before("dueAt", now.plusMillis(1)))
            .sort(SortBy.ascending("dueAt"))
            .limit(AT_ONCE)
            .build();
    return index.search(wanted).hits().stream().map(hit -> new OrderId(hit.id())).toList();
  }

  /** Calls the listener with each new state of the order until it is taken off again. */
  void listen(OrderId order, Consumer<OrderSummary> listener) {
    waiting.compute(
        order,
        (id, before) -> {
          List<Consumer<OrderSummary>> listeners =
              before == null ? new CopyOnWriteArrayList<>() : before;
          listeners.add(listener);
          return listeners;
        });
  }

  void forget(OrderId order, Consumer<OrderSummary> listener) {
    waiting.computeIfPresent(
        order,
        (id, listeners) -> {
          listeners.remove(listener);
          return listeners.isEmpty() ? null : listeners;
        });
  }

  private void read(List<ConsumerRecord<byte[], byte[]>> polled) {
    for (ConsumerRecord<byte[], byte[]> one : polled) {
      try {
        ReceivedEvent received = records.read(one);
        if (received.event() instanceof OrderEvent event) {
          moved(event.order(), received.version());
        }
      } catch (UnreadableEventException | IllegalArgumentException e) {
        LOG.debug("the inbox keeps it aside: {}", e.getMessage());
      }
      index.advance(one.topic() + "-" + one.partition(), one.offset() + 1);
    }
  }

  private void moved(OrderId id, long version) {
    Order order = orders.at(id, version);
    if (order instanceof Order.Absent) {
      return; // played in by hand: no such order here
    }
    OrderSummary summary = OrderSummary.of(order);
    index.put(id.value(), version, document(order, summary));
    waiting.getOrDefault(id, List.of()).forEach(listener -> listener.accept(summary));
  }

  private SearchDocument document(Order state, OrderSummary order) {
    SearchDocument.Builder document =
        SearchDocument.builder()
            .keyword("customer", Order.placed(state).customer().value())
            .keyword("status", order.status().name())
            .keyword("channel", order.channel().value())
            .keyword("country", order.country().value())
            .keyword("number", order.number())
            .text("text", Locale.GERMAN, order.number())
            .money("grand", order.totals().grand().minor())
            .instant("placedAt", order.placedAt())
            .source(json.writeValueAsString(order).getBytes(StandardCharsets.UTF_8));
    deadlines.next(state).ifPresent(at -> document.instant("dueAt", at));
    if (order.externalId() != null) {
      document.text("text", Locale.GERMAN, order.externalId());
    }
    order
        .lines()
        .forEach(
            line -> {
              document.keyword("sku", line.sku().value());
              document.text("text", Locale.GERMAN, line.title());
            });
    return document.build();
  }

  @Override
  public void destroy() throws IOException {
    tail.close();
    index.close();
  }
}
