package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is another buyer's stays his, whatever is asked for. */
class BuyerAccessTest extends RunningOrderService {

  private static final List<String> CANARIES =
      List.of("joerg@example.org", "Müßig", "Löwengasse", "50676", "TEE", "\"number\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?status=PLACED",
        "?q=*",
        "?filter=or(eq(id,%s),eq(id,%s))",
        "?filter%%5Bid%%5D%%5B$ne%%5D=x",
        "?filter=range(placedAt,1970-01-01,)",
        "?filter=prefix(email,j)",
        "?include=contact,lines&sort=-email",
        "/events",
        "/payment"
      })
  void case85NoFilterOpensAnotherBuyersOrder(String tail) {
    OrderId order = ofAnna();
    String path =
        "/api/shop/orders/" + order + tail.replace("%s", order.value()).replace("%%", "%");
    HttpResponse<String> answer = TestGateway.get(TestGateway.BERT, url(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain(CANARIES);
    HttpResponse<String> none =
        TestGateway.get(
            TestGateway.BERT, url(path.replace(order.value(), UUID.randomUUID().toString())));
    assertThat(none.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?q=TEE", "?status=PLACED&sku=TEE"})
  void case85ABuyerListsNobodysOrders(String query) {
    ofAnna();
    for (String path : List.of("/api/shop/orders", "/api/admin/orders")) {
      HttpResponse<String> answer = TestGateway.get(TestGateway.BERT, url(path + query));
      assertThat(answer.statusCode()).as(path).isIn(403, 404);
      assertThat(answer.body()).doesNotContain(CANARIES);
    }
  }

  @Test
  void aBuyerChangesNobodysOrder() {
    OrderId order = ofAnna();
    for (String action : List.of("cancel", "ship", "parcels", "returns", "cancellations")) {
      HttpResponse<String> answer =
          TestGateway.post(
              TestGateway.BERT, url("/api/admin/orders/" + order + "/" + action), "{}");
      assertThat(answer.statusCode()).as(action).isEqualTo(403);
    }
    assertThat(status(order)).isIn("PLACED", "CONFIRMED");
  }

  private OrderId ofAnna() {
    return order(checkOut(cart(1), UUID.randomUUID().toString(), REQUEST));
  }
}
