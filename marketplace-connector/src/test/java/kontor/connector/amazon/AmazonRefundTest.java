package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.Refund;
import kontor.connector.channel.RefundFiles.Asked;
import kontor.connector.channel.RefundFiles.Prepared;
import kontor.connector.channel.Shipment;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Refunds in files at Amazon, whose answers are lost and whose senders die. */
class AmazonRefundTest {

  private static final AmazonStand STAND = new AmazonStand(1_000);
  private static List<String> orders;

  private final AmazonChannel channel = channel();

  @BeforeAll
  static void sales() {
    AmazonChannel channel = channel();
    orders = STAND.orders(channel, 6);
    for (int i = 0; i < orders.size(); i++) {
      Shipment parcel =
          new Shipment(
              "P" + i,
              "dhl",
              "0034",
              Instant.now(),
              List.of(new Shipment.Line(item(i), new Quantity(1))));
      channel().confirmShipment(orders.get(i), parcel);
    }
  }

  @AfterAll
  static void close() {
    STAND.close();
  }

  @Test
  void anAnswerThatIsLostIsFoundByWhoeverComesNextAndEachIsPaidBackOnce() {
    Prepared file = channel.prepare(List.of(asked(0, "10.00"), asked(1, "4.00")));
    STAND.control("/control/amazon/faults", "{'operation':'createFeed','kind':'RESET','times':1}");
    assertThatThrownBy(() -> channel.submit(file.ticket())).isInstanceOf(ChannelException.class);

    Optional<String> feed = channel().submit(file.ticket());
    assertThat(feed).isPresent().isEqualTo(channel.submit(file.ticket()));
    await().until(() -> channel.paidBack(feed.orElseThrow(), file.parts().get(0)));
    assertThat(channel.paidBack(feed.orElseThrow(), file.parts().get(1))).isTrue();
    assertThat(refunds(0)).containsExactly("10.00");
    assertThat(refunds(1)).containsExactly("4.00");
  }

  @Test
  void whatNobodySeesIsNotSubmittedAgainWhileACallMayBeUnderWay() {
    Prepared file = channel.prepare(List.of(asked(2, "10.00")));

    assertThat(channel().submit(file.ticket())).isEmpty();
    assertThat(channel.submit(file.ticket())).isPresent();
  }

  @Test
  void whereTwoFeedsMayBeItAPersonHasToLook() {
    Prepared file = channel.prepare(List.of(asked(3, "10.00")));
    for (String amount : List.of("1.00", "2.00")) {
      AmazonChannel other = channel();
      other.submit(other.prepare(List.of(asked(4, amount))).ticket());
    }

    assertThatThrownBy(() -> channel().submit(file.ticket()))
        .isInstanceOf(ChannelException.class)
        .hasMessageContaining("it may have been paid back by feed");
  }

  @Test
  void fault39OneOfAFileThatAmazonRefusesDoesNotTouchTheOthers() {
    Refund wrong = refund("5.00", "99999999999999");
    Prepared file =
        channel.prepare(
            List.of(asked(5, "1.00"), new Asked(orders.get(5), wrong), asked(5, "2.00")));
    String feed = channel.submit(file.ticket()).orElseThrow();

    await().until(() -> channel.paidBack(feed, file.parts().get(0)));
    assertThatThrownBy(() -> channel.paidBack(feed, file.parts().get(1)))
        .hasMessageContaining("no such item");
    assertThat(channel.paidBack(feed, file.parts().get(2))).isTrue();
    assertThat(refunds(5)).containsExactly("1.00", "2.00");
  }

  private static AmazonChannel channel() {
    return STAND.channel(Duration.ofMillis(150));
  }

  private static Asked asked(int order, String amount) {
    return new Asked(orders.get(order), refund(amount, item(order)));
  }

  private static String item(int order) {
    return JsonPath.<List<String>>read(STAND.ledger(), lines(order) + ".orderItemId").get(0);
  }

  private static Refund refund(String amount, String item) {
    Money money = Money.of(amount, "EUR");
    return new Refund(
        "R",
        Refund.Reason.RETURNED,
        List.of(new Refund.Line(item, new Quantity(1), money)),
        Money.zero(money.currency()),
        money);
  }

  private static List<String> refunds(int order) {
    return JsonPath.read(STAND.ledger(), lines(order) + ".refunds[*].price.amount");
  }

  private static String lines(int order) {
    return "$.orders[?(@.orderId=='" + orders.get(order) + "')].lines[*]";
  }
}
