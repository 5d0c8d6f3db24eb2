package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.local.edge.Edge;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Many buyers at once, and one buyer many times. */
@Order(2)
class LastUnitsTest {

  private final Platform platform = Platform.get();

  @Test
  void ofTwoHundredBuyersOfFiftyPiecesExactlyFiftyAreConfirmed() throws Exception {
    Goods goods = Goods.of(platform, 1, 50);
    ExecutorService buyers = Executors.newFixedThreadPool(50);
    long start = System.nanoTime();
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(buyers.submit(() -> goods.buy(platform.visitor(), 1)));
    }
    List<String> states = new ArrayList<>();
    for (Future<String> answer : answers) {
      states.add(answer.get());
    }
    buyers.shutdown();
    System.out.println("200 buyers, 50 pieces: " + (System.nanoTime() - start) / 1_000_000 + " ms");

    assertThat(states.stream().filter("CONFIRMED"::equals)).hasSize(50);
    assertThat(states.stream().filter("REJECTED"::equals)).hasSize(150);
    platform.audit();
  }

  @Test
  void theSameCheckoutSentFiveTimesAtOnceIsOneOrderAndAnotherBodyIsRefused() throws Exception {
    Goods goods = Goods.of(platform, 1, 10);
    Edge guest = platform.visitor();
    String cart = goods.cart(guest, 1);
    Map<String, Object> request = Goods.request("Köln");
    ExecutorService senders = Executors.newFixedThreadPool(5);
    List<Future<String>> orders = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      orders.add(
          senders.submit(
              () ->
                  guest.post("/api/shop/carts/" + cart + "/checkout", request, "key-1").at("/id")));
    }
    List<String> ids = new ArrayList<>();
    for (Future<String> order : orders) {
      ids.add(order.get());
    }
    senders.shutdown();

    assertThat(ids).doesNotContain("").hasSize(5);
    assertThat(ids.stream().distinct()).hasSize(1);
    var other = guest.post("/api/shop/carts/" + cart + "/checkout", Goods.request("Bonn"), "key-1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text()).contains("Idempotency-Key");
  }
}
