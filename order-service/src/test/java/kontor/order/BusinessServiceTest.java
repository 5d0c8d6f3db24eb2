package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import kontor.contracts.TaxTreatment;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.order.contact.Contact;
import kontor.order.contact.Contacts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What buyers and businesses fill in at checkout. */
class BusinessServiceTest extends RunningOrderService {

  private static final String VAT_ID = "ATU13585627";
  private static final String VIENNA =
      "'address':{'name':'Jörg Müßig','street':'Kärntner Straße 1','postalCode':'1010','city':'Wien'}";

  @Autowired private Contacts contacts;

  @Test
  void aBusinessAtHomePaysNetPricesAndTheVatOnTop() {
    String cart = cart(3);
    String net = buyer(cart, "{'business':true,'vatId':'DE 136695976'}").body();
    assertThat(read(net, "$.quote.form")).isEqualTo("NET");
    assertThat(read(net, "$.lines[0].unitPrice.amount")).isEqualTo("10.00");
    assertThat(read(net, "$.quote.goods.amount")).isEqualTo("30.00");
    assertThat(read(net, "$.quote.shipping.amount")).isEqualTo("4.58");
    assertThat(read(net, "$.quote.net.amount")).isEqualTo("34.58");
    assertThat(read(net, "$.quote.tax.amount")).isEqualTo("2.42");
    assertThat(read(net, "$.quote.grand.amount")).isEqualTo("37.00");

    OrderPlaced placed =
        placed(cart, ADDRESS, "{'company':'Müßig & Söhne KG','vatId':'DE136695976'}");
    assertThat(placed.treatment()).isEqualTo(TaxTreatment.STANDARD);
    assertThat(placed.totals().grand()).isEqualTo(eur("37.00"));
    assertThat(placed.lines().get(0).total()).isEqualTo(eur("32.10"));
    assertThat(placed.toString()).doesNotContain("Müßig", "136695976");
  }

  @Test
  void aBusinessInAnotherMemberStatePaysNoVat() {
    String cart = austrian();
    String exempt = buyer(cart, "{'business':true,'vatId':'" + VAT_ID + "'}").body();
    assertThat(read(exempt, "$.treatment")).isEqualTo("INTRA_COMMUNITY");
    assertThat(read(exempt, "$.quote.tax.amount")).isEqualTo("0.00");
    assertThat(read(exempt, "$.quote.grand.amount")).isEqualTo("29.25");

    assertThat(refused(cart, VIENNA, "{'company':'Kaffee Österreich'}")).contains("business.vatId");
    assertThat(refused(cart, VIENNA, "{'company':'K','vatId':'DE136695976'}"))
        .contains("business.vatId", "AT");
    OrderPlaced placed =
        placed(cart, VIENNA, "{'company':'Kaffee Österreich','vatId':'" + VAT_ID + "'}");
    assertThat(placed.treatment()).isEqualTo(TaxTreatment.INTRA_COMMUNITY);
    assertThat(placed.lines().get(0).taxRate()).isZero();
  }

  @Test
  void withoutAVatIdABusinessAbroadPaysTheVatThere() {
    String net = buyer(austrian(), "{'business':true}").body();
    assertThat(read(net, "$.treatment")).isEqualTo("STANDARD");
    assertThat(read(net, "$.lines[0].taxRate")).isEqualTo("1000");
  }

  @Test
  void whatABusinessFillsInIsHeldAgainstItsCart() {
    HttpResponse<String> wrong = buyer(cart(1), "{'business':true,'vatId':'DE136695978'}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("vatId", "digit");
    assertThat(refused(cart(1), ADDRESS, "{'company':'K'}")).contains("business");

    String cart = cart(1);
    buyer(cart, "{'business':true}");
    assertThat(checkOut(cart, "b1", REQUEST).body()).contains("business", "is missing");
    assertThat(refused(cart, ADDRESS, "{}")).contains("business.company");
  }

  @Test
  void noteGiftMessageAndBillingAddressAreKeptWithTheContactOnly() {
    String more =
        ",'phone':'+49 221 4711','orderNote':'Bitte klingeln.\\nDanke','giftMessage':'Alles Gute, Änne!'"
            + ",'billingAddress':{'name':'Käthe Groß','street':'Rue 1','street2':'Étage 2',"
            + "'postalCode':'75001','city':'Paris','country':'FR'}}";
    String body = REQUEST.substring(0, REQUEST.length() - 1) + more;
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), body));

    Contact contact = contacts.find(order).orElseThrow();
    assertThat(contact.details().orderNote()).isEqualTo("Bitte klingeln.\nDanke");
    assertThat(contact.details().giftMessage()).isEqualTo("Alles Gute, Änne!");
    assertThat(contact.billing().city()).isEqualTo("Paris");
    assertThat(contact.billing().street2()).isEqualTo("Étage 2");
    assertThat(contact.delivery().city()).isEqualTo("Köln");
    await().until(() -> !published.of(order.value(), OrderPlaced.class).isEmpty());
    assertThat(published.of(order.value(), OrderPlaced.class).get(0).toString())
        .doesNotContain("klingeln", "Änne", "Groß", "4711");
  }

  @Test
  void everyFieldThatDoesNotFitIsNamed() {
    Map<String, String> wrong =
        Map.of(
            "'phone':'klingeln'",
            "phone",
            "'giftMessage':'" + "ä".repeat(501) + "'",
            "giftMessage",
            "'orderNote':'a\\u0007b'",
            "orderNote",
            "'billingAddress':{'name':'K','street':'S','postalCode':'123','city':'P','country':'FR'}",
            "billingAddress.postalCode",
            "'billingAddress':{'name':'K','street':'S','postalCode':'10001','city':'P','country':'US'}",
            "billingAddress.state",
            "'billingAddress':{'name':'','street':'S','postalCode':'75001','city':'P','country':'FR'}",
            "billingAddress.name");
    String cart = cart(1);
    wrong.forEach(
        (json, field) -> {
          String body = REQUEST.substring(0, REQUEST.length() - 1) + "," + json + "}";
          HttpResponse<String> refused = checkOut(cart, UUID.randomUUID().toString(), body);
          assertThat(refused.statusCode()).as(json).isEqualTo(400);
          assertThat(read(refused.body(), "$.errors[0].field")).isEqualTo(field);
        });
  }

  private String austrian() {
    String cart = cart(2);
    String path = url("/api/shop/carts/" + cart + "/country");
    TestGateway.send("PUT", ANNA, path, "{'country':'AT'}", Map.of());
    return cart;
  }

  private HttpResponse<String> buyer(String cart, String body) {
    return TestGateway.send("PUT", ANNA, url("/api/shop/carts/" + cart + "/buyer"), body, Map.of());
  }

  private HttpResponse<String> order(String cart, String address, String business) {
    String body = "{'email':'a@example.org'," + address + ",'business':" + business + "}";
    return checkOut(cart, UUID.randomUUID().toString(), body);
  }

  private String refused(String cart, String address, String business) {
    HttpResponse<String> answer = order(cart, address, business);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return answer.body();
  }

  private OrderPlaced placed(String cart, String address, String business) {
    OrderId order = order(order(cart, address, business));
    await().until(() -> !published.of(order.value(), OrderPlaced.class).isEmpty());
    return published.of(order.value(), OrderPlaced.class).get(0);
  }
}
