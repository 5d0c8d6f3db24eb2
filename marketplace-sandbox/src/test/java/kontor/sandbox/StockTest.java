package kontor.sandbox;

import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.Test;

/** Prices and quantities in bulk. */
class StockTest extends SandboxTest {

  private static final String BULK = Caller.INVENTORY + "/bulk_update_price_quantity";

  private static String part(String sku, int quantity, String offer, String price) {
    return "{'sku':'"
        + sku
        + "','shipToLocationAvailability':{'quantity':"
        + quantity
        + "},"
        + "'offers':[{'offerId':'"
        + offer
        + "','price':{'value':'"
        + price
        + "','currency':'EUR'}}]}";
  }

  private Answer bulk(String... parts) {
    return ebay.post(BULK, json("{'requests':[" + String.join(",", parts) + "]}"));
  }

  @Test
  void priceAndQuantityChangeAtOnce() {
    String offer = ebay.offer("A", 3, "19.99");
    Answer answer = bulk(part("A", 7, offer, "17.49"));
    assertThat(answer.status()).isEqualTo(200);
    JsonNode listing = ebay.ledger().at("/listings/0");
    assertThat(listing.path("quantity").asInt()).isEqualTo(7);
    assertThat(listing.at("/price/value").asText()).isEqualTo("17.49");
  }

  @Test
  void onePartThatFailsLeavesTheOthersDone() {
    String a = ebay.offer("A", 3, "19.99");
    String b = ebay.offer("B", 3, "19.99");
    Answer answer = bulk(part("A", 5, b, "1.00"), part("B", 6, b, "2.00"), part("C", 1, a, "3.00"));
    assertThat(answer.status()).isEqualTo(207);
    assertThat(answer.body().findValuesAsText("statusCode"))
        .containsExactly("200", "404", "200", "200", "404", "404");
    assertThat(ebay.ledger().path("items").findValuesAsText("quantity")).containsExactly("5", "6");
  }

  @Test
  void aPriceInAnotherCurrencyOrOfNothingIsRefused() {
    String offer = ebay.offer("A", 3, "19.99");
    Answer zero = bulk(part("A", 3, offer, "0.00"));
    assertThat(zero.body().at("/responses/1/errors/0/errorId").asInt()).isEqualTo(25003);
    Answer dollars =
        bulk("{'offers':[{'offerId':'" + offer + "','price':{'value':'1.00','currency':'USD'}}]}");
    assertThat(dollars.body().at("/responses/0/errors/0/errorId").asInt()).isEqualTo(25003);
  }

  @Test
  void moreThanTwentyFivePartsAreRefusedAsAWhole() {
    String parts =
        IntStream.range(0, 26)
            .mapToObj(i -> "{'sku':'A','shipToLocationAvailability':{'quantity':1}}")
            .collect(Collectors.joining(","));
    ebay.item("A", 3);
    assertThat(bulk(parts).status()).isEqualTo(400);
    assertThat(ebay.ledger().at("/items/0/quantity").asInt()).isEqualTo(3);
  }

  @Test
  void aPartWithoutAnythingToDoIsRefused() {
    Answer answer = bulk("{'sku':'A'}");
    assertThat(answer.status()).isEqualTo(207);
    assertThat(answer.body().at("/responses/0/errors/0/errorId").asInt()).isEqualTo(25709);
  }

  @Test
  void anOfferMayShowLessThanThereIs() {
    String offer = ebay.offer("A", 10, "19.99");
    bulk("{'offers':[{'offerId':'" + offer + "','availableQuantity':2}]}");
    assertThat(ebay.ledger().at("/listings/0/quantity").asInt()).isEqualTo(2);
    ebay.post(Caller.OFFER + "/" + offer + "/publish", "{}");
    ebay.buy("A", 2);
    JsonNode ledger = ebay.ledger();
    assertThat(ledger.at("/listings/0/status").asText()).isEqualTo("OUT_OF_STOCK");
    assertThat(ledger.at("/items/0/quantity").asInt()).isEqualTo(8);
  }
}
