package kontor.order.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.StreamId;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;
import kontor.order.document.RangeName.Kind;
import org.junit.jupiter.api.Test;

/** Numbers from a real store, taken by two instances at the same time. */
class NumberRangesTest {

  private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());
  private static final RangeName NAME = RangeName.of("RE-2026-11");
  private static final Origin ORIGIN = Origin.of("test", "test");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
  private static final int BILLS = 200;

  private final MongoDatabase database = CLIENT.getDatabase("test_" + UUID.randomUUID());

  @Test
  void twoInstancesTakeNumbersThatFollowEachOtherAndTheSameBillTakesOne() throws Exception {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    try (EventStore one = open("n-1");
        EventStore other = open("n-2")) {
      List<NumberRanges> instances = List.of(ranges(one), ranges(other));
      List<String> numbers = issueEachTwice(instances);

      List<String> expected = IntStream.rangeClosed(1, BILLS).mapToObj(NAME::number).toList();
      assertThat(numbers.stream().distinct().sorted()).isEqualTo(expected);
      assertThat(numbers.subList(0, BILLS)).isEqualTo(numbers.subList(BILLS, 2 * BILLS));
      assertThat(instances.get(0).find(NAME).gaps()).isEmpty();
      assertThat(one.commits().after(new StreamId("invoices", NAME.value()), 0))
          .as("those that wait take their numbers together")
          .hasSizeLessThan(BILLS);
    }
  }

  @Test
  void aVoidedNumberIsReplacedOnceAndFoundAgainByAnotherInstance() {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    try (EventStore one = open("n-1");
        EventStore other = open("n-2")) {
      Bill bill = bill(1);
      String first = ranges(one).issue(NAME, bill, ORIGIN);
      NumberRanges theirs = ranges(other);

      String second = theirs.voidNumber(first, bill, "misprint", ORIGIN);
      assertThat(theirs.voidNumber(first, bill, "misprint", ORIGIN)).isEqualTo(second);
      assertThat(ranges(one).issue(NAME, bill, ORIGIN)).isEqualTo(second).isNotEqualTo(first);
      assertThat(theirs.find(NAME).voidedNumbers()).containsOnlyKeys(first);
    }
  }

  /** The numbers of all bills from one instance, then those from the other. */
  private static List<String> issueEachTwice(List<NumberRanges> instances) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(32);
    List<Future<String>> waiting = new ArrayList<>();
    for (NumberRanges instance : instances) {
      for (int i = 0; i < BILLS; i++) {
        Bill bill = bill(i);
        waiting.add(threads.submit(() -> instance.issue(NAME, bill, ORIGIN)));
      }
    }
    List<String> numbers = new ArrayList<>();
    for (Future<String> one : waiting) {
      numbers.add(one.get());
    }
    threads.shutdown();
    return numbers;
  }

  private EventStore open(String instance) {
    return new EventStore(
        database,
        TestPlatform.bootstrapServers(),
        "test",
        instance,
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  private static NumberRanges ranges(EventStore store) {
    return new NumberRanges(
        store.aggregates(NumberRanges.TYPE, EventCodec.of(InvoiceEvent.class)),
        ZoneId.of("Europe/Berlin"),
        Clock.systemUTC());
  }

  private static Bill bill(int parcel) {
    Money none = Money.of("0.00", "EUR");
    return new Bill(
        Kind.INVOICE,
        new OrderId("00000000-0000-0000-0000-000000000001"),
        "P" + parcel,
        List.of(),
        DAY,
        List.of(),
        List.of(),
        none,
        none);
  }
}
