package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.access.TestGateway;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account means for a cart. */
class CustomerCartServiceTest extends RunningOrderService {

  private static final String PASSWORD = "ein langes Passwort";

  private final String email = "käthe." + UUID.randomUUID() + "@example.org";
  private Caller me = ANNA;

  @BeforeEach
  void register() {
    String account = "{'email':'" + email + "','name':'Käthe Müßig','password':'" + PASSWORD + "'}";
    String customer = TestGateway.post(guest(), url("/api/shop/customers"), account).body();
    me = TestGateway.customer(read(customer, "$.id"));
  }

  @Test
  void aGuestsCartComesAlongWhenHeSignsInAndIsGoneWithTheAccount() {
    Caller guest = guest();
    String two = "{'lines':[{'sku':'TEE','quantity':2}]}";
    assertThat(TestGateway.post(guest, url("/api/shop/carts"), two).statusCode()).isEqualTo(201);

    String signIn = "{'email':'" + email + "','password':'" + PASSWORD + "'}";
    assertThat(TestGateway.post(guest, url("/api/shop/session"), signIn).statusCode())
        .isEqualTo(200);
    String mine = TestGateway.get(me, url("/api/shop/carts/mine")).body();
    assertThat(read(mine, "$.lines[0].quantity")).isEqualTo("2");
    String export = TestGateway.get(me, url("/api/shop/customers/me/export")).body();
    assertThat(export).contains(read(mine, "$.id"), "TEE");

    String confirmed = "{'password':'" + PASSWORD + "'}";
    TestGateway.send("DELETE", me, url("/api/shop/customers/me"), confirmed, Map.of());
    String fresh = TestGateway.get(me, url("/api/shop/carts/mine")).body();
    assertThat(read(fresh, "$.id")).isNotEqualTo(read(mine, "$.id"));
  }

  @Test
  void aCustomerGetsThePricesOfTheGroupThatAManagerPutHimInto() {
    offer("GRUPPE");
    Price forAll = Price.gross(Money.of("10.70", "EUR"));
    Price forGroup = new Price(Money.of("9.63", "EUR"), true, 1, null, "stammkunden", null, null);
    neighbours.publish(
        "price", "GRUPPE", new PricesSet(new Sku("GRUPPE"), List.of(forAll, forGroup)));
    TestGateway.send(
        "PUT",
        TestGateway.MANAGER,
        url("/api/admin/customers/" + me.subject() + "/group"),
        "{'group':'stammkunden'}",
        Map.of("If-Match", "\"1\""));

    await().until(() -> unitPrice(me), "9.63"::equals);
    assertThat(unitPrice(guest())).isEqualTo("10.70");
  }

  private String unitPrice(Caller who) {
    String one = "{'lines':[{'sku':'GRUPPE','quantity':1}]}";
    String cart = TestGateway.post(who, url("/api/shop/carts"), one).body();
    return read(cart, "$.lines[0].unitPrice.amount");
  }

  private static Caller guest() {
    return new Caller("guest:" + UUID.randomUUID(), Set.of(Role.GUEST));
  }
}
