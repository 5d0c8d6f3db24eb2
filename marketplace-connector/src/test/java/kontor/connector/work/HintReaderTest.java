package kontor.connector.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.HintQueue;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import org.junit.jupiter.api.Test;

/** What becomes of hints: what was seen to is acknowledged, what could not be comes again. */
class HintReaderTest {

  private static final Account ACCOUNT =
      new Account("m", new ChannelId("m-de"), "main", CountryCode.GERMANY, Map.of());

  private final Messages queue = new Messages();
  private final List<String> did = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HintReader reader =
      new HintReader(
          queue,
          ACCOUNT,
          new HintReader.Ears(
              this::read,
              sku -> did.add("compare " + sku),
              listing -> did.add("look at " + listing),
              task -> did.add("hurry " + task)),
          meters);

  @Test
  void eachHintIsReadWhereItBelongs() {
    queue.tell(
        told("1", HintQueue.Kind.ORDER, "O-1"),
        told("2", HintQueue.Kind.LISTING, "LAMP"),
        told("3", HintQueue.Kind.COMPETITION, "B1"),
        told("4", HintQueue.Kind.SUBMISSION, "53"),
        told("5", HintQueue.Kind.SETTLEMENT, "54"));

    assertThat(reader.runAll()).isEqualTo(5);
    assertThat(did)
        .containsExactly(
            "read O-1",
            "compare LAMP",
            "hurry settle",
            "hurry reconcile",
            "look at B1",
            "hurry settle",
            "hurry requests",
            "hurry settlements");
    assertThat(queue.acknowledged).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void whatCannotBeReadHoldsUpNothingAndIsCounted() {
    queue.tell(
        told("1", HintQueue.Kind.UNREADABLE, ""),
        told("2", HintQueue.Kind.UNKNOWN, "NEW_THING"),
        told("3", HintQueue.Kind.LISTING, "x".repeat(41)),
        told("4", HintQueue.Kind.ORDER, "refused"),
        told("5", HintQueue.Kind.ORDER, "broken"),
        told("6", HintQueue.Kind.ORDER, "O-1"));

    assertThat(reader.runAll()).isEqualTo(6);
    assertThat(did).contains("read O-1");
    assertThat(queue.acknowledged).containsExactly("1", "2", "3", "4", "6");
    assertThat(count("unknown")).isEqualTo(1);
    assertThat(count("unreadable")).isEqualTo(1);
    assertThat(count("order")).isEqualTo(3);
  }

  @Test
  void anOrderThatIsNotThereYetOrNotAllowedNowComesAgainAFewTimes() {
    queue.tell(told("1", HintQueue.Kind.ORDER, "later"), told("2", HintQueue.Kind.ORDER, "paced"));
    reader.runAll();
    assertThat(queue.acknowledged).isEmpty();

    queue.tell(
        new HintQueue.Told("1", "1", 5, new HintQueue.Hint(HintQueue.Kind.ORDER, "later")),
        new HintQueue.Told("2", "2", 4, new HintQueue.Hint(HintQueue.Kind.ORDER, "paced")));
    reader.runAll();
    assertThat(queue.acknowledged).containsExactly("1");
  }

  private boolean read(String order) {
    did.add("read " + order);
    return switch (order) {
      case "later" -> false;
      case "paced" -> throw failure(ChannelException.Kind.PACED);
      case "refused" -> throw failure(ChannelException.Kind.REFUSED);
      case "broken" -> throw new IllegalStateException("broken");
      default -> true;
    };
  }

  private static ChannelException failure(ChannelException.Kind kind) {
    return new ChannelException(kind, "no", Duration.ZERO, null);
  }

  private double count(String kind) {
    return meters.counter("kontor.connector.hints", "account", ACCOUNT.key(), "kind", kind).count();
  }

  private static HintQueue.Told told(String id, HintQueue.Kind kind, String subject) {
    return new HintQueue.Told(id, id, 1, new HintQueue.Hint(kind, subject));
  }

  /** A queue that hands out each batch once. */
  private static final class Messages implements HintQueue {

    private final Deque<List<Told>> batches = new ArrayDeque<>();
    private final List<String> acknowledged = new ArrayList<>();

    void tell(Told... told) {
      batches.add(Arrays.asList(told));
    }

    @Override
    public void subscribe() {}

    @Override
    public List<Told> take() {
      return batches.isEmpty() ? List.of() : batches.remove();
    }

    @Override
    public void acknowledge(Collection<Told> told) {
      told.forEach(one -> acknowledged.add(one.receipt()));
    }
  }
}
