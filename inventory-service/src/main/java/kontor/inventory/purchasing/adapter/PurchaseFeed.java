package kontor.inventory.purchasing.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.topic.Topics;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.kafka.TopicTail;
import kontor.inventory.purchasing.PurchaseOrders;
import kontor.inventory.purchasing.PurchaseSummary;
import kontor.platform.spring.PlatformSettings;
import kontor.search.Schema;
import kontor.search.SearchDocument;
import kontor.search.SearchIndex;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the topic {@code purchase-orders} and keeps this instance's index of them. The index goes
 * on where it stopped and is read anew when it is missing.
 */
@Component
class PurchaseFeed implements DisposableBean {

  static final Schema SCHEMA =
      Schema.builder()
          .keyword("status")
          .keyword("supplier")
          .keyword("sku")
          .instant("changedAt")
          .build();

  private static final Logger LOG = LoggerFactory.getLogger(PurchaseFeed.class);

  private final PurchaseOrders orders;
  private final CloudEventRecords records;
  private final JsonMapper json;
  private final SearchIndex index;
  private final TopicTail tail;

  PurchaseFeed(
      PurchaseOrders orders, CloudEventRecords records, PlatformSettings settings, JsonMapper json)
      throws IOException {
    this.orders = orders;
    this.records = records;
    this.json = json;
    index =
        SearchIndex.open(
            settings.dataDir().resolve(settings.instance() + "-purchase-orders"), SCHEMA);
    index.emptyBecause().ifPresent(reason -> LOG.info("reading all purchase orders: {}", reason));
    tail =
        new TopicTail(
                "purchase-list",
                KafkaSettings.promptTail(
                    settings.kafkaBootstrapServers(), settings.instance() + "-purchase-list"),
                List.of(Topics.PURCHASE_ORDERS),
                index.positions(),
                this::read)
            .start();
  }

  SearchIndex index() {
    return index;
  }

  private void read(List<ConsumerRecord<byte[], byte[]>> polled) {
    for (ConsumerRecord<byte[], byte[]> one : polled) {
      try {
        ReceivedEvent received = records.read(one);
        if (received.event() instanceof PurchaseOrderEvent event) {
          moved(event, received);
        }
      } catch (UnreadableEventException | IllegalArgumentException e) {
        LOG.debug("the inbox keeps it aside: {}", e.getMessage());
      }
      index.advance(one.topic() + "-" + one.partition(), one.offset() + 1);
    }
  }

  /** An order that was played in by hand is not there: it is passed over. */
  private void moved(PurchaseOrderEvent event, ReceivedEvent received) {
    PurchaseSummary.of(orders.at(event.order(), received.version()))
        .ifPresent(
            summary -> {
              SearchDocument.Builder document =
                  SearchDocument.builder()
                      .keyword("status", summary.status().name())
                      .keyword("supplier", summary.supplier().value())
                      .instant("changedAt", received.time())
                      .source(json.writeValueAsString(summary).getBytes(StandardCharsets.UTF_8));
              summary.lines().stream()
                  .map(line -> line.sku().value())
                  .distinct()
                  .forEach(sku -> document.keyword("sku", sku));
              index.put(event.order().value(), received.version(), document.build());
            });
  }

  @Override
  public void destroy() throws IOException {
    tail.close();
    index.close();
  }
}
