package kontor.catalog.product.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.catalog.product.Claims;
import kontor.catalog.product.Name;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A name has one holder, whatever comes at the same moment. */
class MongoClaimsTest {

  private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());
  private static final ProductId TEA = new ProductId("tee");
  private static final ProductId CUP = new ProductId("tasse");

  private final Claims claims =
      new MongoClaims(CLIENT.getDatabase("claims_" + UUID.randomUUID().toString().substring(0, 8)));

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void aNameOfAnotherProductIsRefusedAndNothingNewIsKept() {
    assertThat(claims.take(names("A", "B"), TEA, 0)).isEmpty();
    assertThat(claims.take(names("B", "C"), CUP, 0)).isEqualTo(Map.of(name("B"), TEA));
    assertThat(claims.holder(name("C"))).isEmpty();
    assertThat(claims.holder(name("B"))).contains(TEA);
  }

  @Test
  void toTakeWhatOneHasIsFine() {
    claims.take(names("A"), TEA, 0);
    assertThat(claims.take(names("A", "D"), TEA, 1)).isEmpty();
    assertThat(claims.holder(name("D"))).contains(TEA);
  }

  @Test
  void whatWasGivenBackCanBeTakenByAnother() {
    claims.take(names("A"), TEA, 0);
    claims.release(names("A"), TEA, 2);
    assertThat(claims.take(names("A"), CUP, 0)).isEmpty();
  }

  @Test
  void aLateReleaseDoesNotTakeAwayWhatWasClaimedSince() {
    claims.take(names("A"), TEA, 0);
    claims.take(names("A"), TEA, 2);
    claims.release(names("A"), TEA, 2);
    assertThat(claims.holder(name("A"))).contains(TEA);
  }

  @Test
  void ofManyWhoAskAtOnceOneGetsAllNames() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<Future<Boolean>> asked = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        ProductId product = new ProductId("p" + i);
        asked.add(pool.submit(() -> claims.take(names("X", "Y", "Z"), product, 0).isEmpty()));
      }
      int winners = 0;
      for (Future<Boolean> answer : asked) {
        winners += answer.get() ? 1 : 0;
      }
      assertThat(winners).isLessThanOrEqualTo(1);
      ProductId holder = claims.holder(name("X")).orElse(TEA);
      assertThat(claims.take(names("X", "Y", "Z"), holder, 1)).isEmpty();
    } finally {
      pool.shutdown();
    }
  }

  private static Set<Name> names(String... skus) {
    Set<Name> names = new java.util.LinkedHashSet<>();
    for (String sku : skus) {
      names.add(name(sku));
    }
    return names;
  }

  private static Name name(String sku) {
    return Name.of(new Sku(sku));
  }
}
