package kontor.connector.etsy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which receipts are found, and how. */
class EtsyReceiptsTest {

  private final EtsyStand stand = new EtsyStand();

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void fault1AllPagesAreReadAlsoOfManyReceiptsInOneSecond() {
    MarketplaceChannel channel = stand.channel();
    Set<String> bought = new HashSet<>();
    for (int i = 0; i < 230; i++) {
      bought.add(stand.buy("{'sku':'A'}"));
    }
    assertThat(ids(read(channel))).hasSize(230).isEqualTo(bought);
  }

  @Test
  void fault29ASilentCancellationIsFoundByTheDailyLookAtWhatIsOpen() {
    MarketplaceChannel channel = stand.channel();
    String receipt = stand.buy("{'sku':'A'}");
    String shipped = stand.buy("{'sku':'A'}");
    assertThat(ids(read(channel))).contains(receipt, shipped);
    stand.control("/control/etsy/receipts/" + receipt + "/cancel", "{'silent':true}");

    stand.later = Duration.ofHours(1);
    assertThat(read(channel)).isEmpty();
    stand.later = Duration.ofHours(25);
    assertThat(read(channel))
        .anyMatch(one -> one.externalId().equals(receipt) && one.state() == State.CANCELLED);
    assertThat(read(channel)).isEmpty();
  }

  private List<ReportedOrder> read(MarketplaceChannel channel) {
    Instant now = Instant.now().plus(stand.later);
    List<ReportedOrder> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      OrderPage page = channel.orders(now.minusSeconds(600), now.plusSeconds(5), cursor);
      all.addAll(page.orders());
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  private static Set<String> ids(List<ReportedOrder> orders) {
    Set<String> ids = new HashSet<>();
    orders.forEach(order -> ids.add(order.externalId()));
    return ids;
  }
}
