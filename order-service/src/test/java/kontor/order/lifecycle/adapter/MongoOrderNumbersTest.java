package kontor.order.lifecycle.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import kontor.local.TestPlatform;
import kontor.order.lifecycle.OrderNumbers;
import org.junit.jupiter.api.Test;

/** Numbers from a real store. */
class MongoOrderNumbersTest {

  @Test
  void case47NoNumberIsGivenTwiceByTwoInstances() {
    try (MongoClient client = MongoClients.create(TestPlatform.mongoUri())) {
      MongoDatabase database = client.getDatabase("numbers_" + UUID.randomUUID());
      List<OrderNumbers> instances =
          List.of(new MongoOrderNumbers(database), new MongoOrderNumbers(database));
      Set<String> given = ConcurrentHashMap.newKeySet();
      IntStream.range(0, 1_000)
          .parallel()
          .forEach(order -> given.add(instances.get(order % 2).next()));
      assertThat(given).hasSize(1_000);
    }
  }
}
