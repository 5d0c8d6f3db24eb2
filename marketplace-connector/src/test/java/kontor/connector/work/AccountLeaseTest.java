package kontor.connector.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kontor.local.TestPlatform;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Two instances want the same account. */
class AccountLeaseTest {

  private static final Duration SLOT = Duration.ofMillis(400);

  @Test
  void aTaskLongerThanASlotKeepsTheAccountAndAnotherHasItWhenItsHolderIsGone() {
    try (MongoClient client = MongoClients.create(TestPlatform.mongoUri())) {
      MongoCollection<Document> leases =
          client.getDatabase("kontor_connector").getCollection("leases-under-test");
      AccountLease first = lease(leases, "one").start();
      AccountLease second = lease(leases, "two").start();
      await().until(first::held);
      Instant begun = Instant.now();

      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                // the first asks nothing meanwhile: it works
                assertThat(second.held()).isFalse();
                return Instant.now().isAfter(begun.plus(SLOT.multipliedBy(5)));
              });
      assertThat(first.held()).isTrue();

      first.close();
      await().until(second::held);
      assertThat(first.held()).isFalse();
      second.close();
    }
  }

  private static AccountLease lease(MongoCollection<Document> leases, String instance) {
    return new AccountLease(leases, "test/main", instance, Clock.systemUTC(), SLOT);
  }
}
