package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of Amazon's books, over generated days of business. */
class LedgerLawTest extends AmazonTest {

  private static final int UNITS = 200;

  @Test
  void whateverHappensTheBooksAddUp() {
    for (long seed = 1; seed <= 6; seed++) {
      begin();
      Random random = new Random(seed);
      amazon.list("A", UNITS, "19.99").list("B", UNITS, "0.79");
      amazon.post("/control/amazon/stock", "{'sku':'A','quantity':" + UNITS + "}");
      for (int step = 0; step < 60; step++) {
        act(random);
      }
      amazon.post("/control/amazon/settlements", "{}");
      check(amazon.ledger(), "seed " + seed);
    }
  }

  private void act(Random random) {
    JsonNode orders = amazon.ledger().path("orders");
    int what = random.nextInt(orders.isEmpty() ? 2 : 8);
    if (what < 3) {
      buy(random);
      return;
    }
    JsonNode order = orders.get(random.nextInt(orders.size()));
    String path = "/control/amazon/orders/" + order.path("orderId").asText();
    switch (what) {
      case 3 -> amazon.post(path + "/pay", "{}");
      case 4 -> amazon.post(path + "/cancel", "{'by':'AMAZON'}");
      case 5 -> amazon.post(path + "/ship", "{}");
      case 6 -> confirm(order, 1 + random.nextInt(3));
      default -> amazon.post("/control/amazon/settlements", "{}");
    }
  }

  private void buy(Random random) {
    boolean byAmazon = random.nextInt(3) == 0;
    String sku = byAmazon || random.nextBoolean() ? "A" : "B";
    amazon.purchase(
        "{'sku':'"
            + sku
            + "','quantity':"
            + (1 + random.nextInt(4))
            + ",'shipping':'"
            + random.nextInt(5)
            + ".90','payment':'"
            + (random.nextInt(3) == 0 ? "PENDING" : "PAID")
            + "','fulfilledBy':'"
            + (byAmazon ? "AMAZON" : "MERCHANT")
            + "'}");
  }

  private void confirm(JsonNode order, int quantity) {
    amazon.advance("PT2S"); // the bucket
    amazon.post(
        "/amazon/orders/v0/orders/" + order.path("orderId").asText() + "/shipmentConfirmation",
        "{'marketplaceId':'A1PA6795UKMFR9','packageDetail':{'packageReferenceId':'"
            + (1 + order.path("parcels").size())
            + "','carrierCode':'DHL','trackingNumber':'1','shipDate':'"
            + order.path("created").asText()
            + "','orderItems':[{'orderItemId':'"
            + order.at("/lines/0/orderItemId").asText()
            + "','quantity':"
            + quantity
            + "}]}}");
  }

  private static void check(JsonNode ledger, String seed) {
    assertThat(ledger.path("orders").size()).as(seed).isGreaterThan(10);
    assertThat(ledger.path("settlements")).as(seed).isNotEmpty();
    int own = 0;
    int stored = 0;
    for (JsonNode order : ledger.path("orders")) {
      JsonNode line = order.at("/lines/0");
      int shipped = 0;
      for (JsonNode parcel : order.path("parcels")) {
        shipped += parcel.at("/parts/0/quantity").asInt();
      }
      int open = line.path("quantity").asInt() - line.path("cancelled").asInt();
      assertThat(shipped).as(seed).isBetween(0, open);
      BigDecimal unit = new BigDecimal(line.at("/unitPrice/amount").asText());
      BigDecimal shipping = new BigDecimal(line.at("/shipping/amount").asText());
      BigDecimal total =
          open == 0 ? BigDecimal.ZERO : unit.multiply(BigDecimal.valueOf(open)).add(shipping);
      assertThat(new BigDecimal(order.at("/total/amount").asText()))
          .as(seed)
          .isEqualByComparingTo(total);
      boolean byAmazon = order.path("byAmazon").asBoolean();
      stored += byAmazon ? open : 0;
      own += byAmazon ? 0 : line.path("quantity").asInt();
    }
    JsonNode listings = ledger.path("listings");
    assertThat(listings.at("/0/stored").asInt()).as(seed).isEqualTo(UNITS - stored);
    assertThat(listings.at("/0/quantity").asInt() + listings.at("/1/quantity").asInt())
        .as(seed)
        .isEqualTo(2 * UNITS - own);
    assertThat(ledger.path("bucketBreaches")).as(seed).isEmpty();
    paid(ledger, seed);
  }

  private static void paid(JsonNode ledger, String seed) {
    BigDecimal due = BigDecimal.ZERO;
    for (JsonNode order : ledger.path("orders")) {
      if (order.path("status").asText().equals("SHIPPED")) {
        JsonNode line = order.at("/lines/0");
        BigDecimal units =
            new BigDecimal(line.path("quantity").asInt() - line.path("cancelled").asInt());
        BigDecimal total = new BigDecimal(order.at("/total/amount").asText());
        BigDecimal fee =
            total.multiply(new BigDecimal("0.15")).max(units.multiply(new BigDecimal("0.30")));
        due = due.add(total.subtract(fee.setScale(2, RoundingMode.HALF_UP)));
      }
    }
    BigDecimal paid = BigDecimal.ZERO;
    for (JsonNode settlement : ledger.path("settlements")) {
      paid = paid.add(new BigDecimal(settlement.at("/total/amount").asText()));
    }
    assertThat(paid).as(seed).isEqualByComparingTo(due);
  }
}
