package kontor.connector.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.connector.channel.Account;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import org.junit.jupiter.api.Test;

/** What could not be done is neither lost nor tried for ever. */
class WorkListTest {

  private static final Account ACCOUNT =
      new Account("ebay", new ChannelId("ebay-de"), "main", CountryCode.GERMANY, Map.of());
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private final InMemory items = new InMemory();
  private Instant now = START;

  @Test
  void whatIsReportedAgainAndAgainIsTriedThreeTimesAQuarterOfAnHourApart() {
    fail();
    fail();
    assertThat(item().tries()).isEqualTo(1);
    assertThat(list().due(ACCOUNT, Kind.ORDER)).isEmpty();
    later(Duration.ofMinutes(15));
    assertThat(list().due(ACCOUNT, Kind.ORDER)).hasSize(1);
    fail();
    later(Duration.ofMinutes(15));
    fail();
    assertThat(item().tries()).isEqualTo(3);
    later(Duration.ofDays(9));
    fail();
    assertThat(list().due(ACCOUNT, Kind.ORDER)).isEmpty();
    assertThat(item().since()).isEqualTo(START);
  }

  @Test
  void aPersonHasItTriedAtOnceOrLetsItGo() {
    list().forPerson(ACCOUNT, Kind.ORDER, "17", "no SKU");
    assertThat(list().retry(item().id())).isPresent();
    assertThat(list().due(ACCOUNT, Kind.ORDER)).hasSize(1);
    assertThat(list().dismiss(item().id())).isPresent();
    assertThat(list().of(ACCOUNT)).isEmpty();
    assertThat(list().dismiss("ebay-de/main/ORDER/17")).isEmpty();
  }

  @Test
  void whatIsDoneAfterAllIsOffTheList() {
    fail();
    list().done(ACCOUNT, Kind.ORDER, "17");
    assertThat(list().of(ACCOUNT)).isEmpty();
  }

  private void fail() {
    list().failed(ACCOUNT, Kind.ORDER, "17", "line 1 has no SKU");
  }

  private WorkItem item() {
    return list().of(ACCOUNT).get(0);
  }

  private void later(Duration passed) {
    now = now.plus(passed);
  }

  private WorkList list() {
    return new WorkList(items, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static final class InMemory implements WorkItems {

    private final TreeMap<String, WorkItem> all = new TreeMap<>();

    @Override
    public Optional<WorkItem> find(String id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<WorkItem> of(String prefix) {
      return all.values().stream().filter(item -> item.id().startsWith(prefix)).toList();
    }

    @Override
    public void put(WorkItem item) {
      all.put(item.id(), item);
    }

    @Override
    public void remove(String id) {
      all.remove(id);
    }
  }
}
