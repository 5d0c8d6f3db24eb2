package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import kontor.access.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who gets a gift card and its code, and what other codes are good for. */
@ExtendWith(OutputCaptureExtension.class)
class GiftCardCodeServiceTest extends RunningGiftCards {

  @Autowired private MongoDatabase database;

  @Test
  void aCodeThatPaysNothingIsRefusedAndGuessingIsPaused() {
    Card blocked = new Card("20.00");
    assertThat(manager("POST", CARDS + "/" + blocked.id + "/block", "{}", "").statusCode())
        .isEqualTo(200);
    Buyer buyer = new Buyer("TEE", 1);
    assertThat(buyer.order("'method':'gift-card',").statusCode()).isEqualTo(400);
    assertThat(buyer.order("'giftCard':{'code':'1'},").statusCode()).isEqualTo(400);
    assertThat(buyer.pay("0000-0000-0000-0001").body()).contains("giftCard.code", "mistyped");

    for (int i = 0; i < 4; i++) {
      HttpResponse<String> wrong = buyer.pay(i == 0 ? blocked.code : "0000-0000-0000-0000");
      assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(422);
    }
    assertThat(buyer.balance("0000-0000-0000-0000").statusCode()).isEqualTo(404);
    HttpResponse<String> paused = buyer.pay(new Card("20.00").code);
    assertThat(paused.statusCode()).as(paused.body()).isEqualTo(429);
    assertThat(paused.headers().firstValue("Retry-After")).isPresent();
    assertThat(buyer.balance(blocked.code).statusCode()).isEqualTo(429);
  }

  @Test
  void aManagerIssuesACardOnceByItsKeyAndSeesItsCodeOnce(CapturedOutput log) {
    Card card = new Card("20.00");
    HttpResponse<String> again = issue(card.key, "{'amount':{'amount':'20.00','currency':'EUR'}}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(read(again.body(), "$.id")).isEqualTo(card.id.value());
    assertThat(again.body()).doesNotContain(card.code);
    assertThat(issue(card.key, "{'amount':{'amount':'21.00','currency':'EUR'}}").statusCode())
        .isEqualTo(422);

    Buyer buyer = new Buyer("TEE", 1);
    HttpResponse<String> balance =
        buyer.balance(card.code.replace("-", " ").toLowerCase(Locale.ROOT));
    assertThat(read(balance.body(), "$.balance.amount")).isEqualTo("20.00");
    int year = LocalDate.now(ZoneId.of("Europe/Berlin")).getYear();
    assertThat(read(balance.body(), "$.validUntil")).isEqualTo(year + 3 + "-12-31");
    order(buyer.order(card));
    assertThat(manager("GET", CARDS + "?limit=200", "", "").body())
        .contains(card.id.value())
        .doesNotContain(card.code);
    String plain = card.code.replace("-", "");
    database
        .listCollectionNames()
        .forEach(
            name ->
                database
                    .getCollection(name)
                    .find()
                    .forEach(
                        stored -> assertThat(stored.toJson()).doesNotContain(card.code, plain)));
    assertThat(log.getAll()).doesNotContain(card.code, plain);
  }

  @Test
  void whatCannotBeACardIsRefusedWithItsField() {
    assertThat(bad("{}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'0.00','currency':'EUR'}}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'-5.00','currency':'EUR'}}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'1000.01','currency':'EUR'}}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'5.00','currency':'CHF'}}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'5.00','currency':'EUR'},'validUntil':'2020-01-01'}"))
        .contains("\"validUntil\"");
    String missing = CARDS + "/" + UUID.randomUUID();
    assertThat(manager("GET", missing, "", "").statusCode()).isEqualTo(404);
    assertThat(manager("POST", missing + "/block", "{}", "").statusCode()).isEqualTo(404);
    assertThat(manager("GET", CARDS + "?cursor=x", "", "").statusCode()).isEqualTo(400);
    assertThat(TestGateway.get(ANNA, url(CARDS)).statusCode()).isEqualTo(403);
  }

  private String bad(String body) {
    HttpResponse<String> refused = issue(UUID.randomUUID().toString(), body);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    return refused.body();
  }
}
