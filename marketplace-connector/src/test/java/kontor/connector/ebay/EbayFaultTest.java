package kontor.connector.ebay;

import static kontor.connector.ebay.EbayStand.listed;
import static kontor.connector.ebay.EbayStand.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.Cancellation;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Progress;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.Refund;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.State;
import kontor.connector.channel.ReturnReports.Line;
import kontor.connector.channel.Shipment;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults of others' connectors, by their number in the catalogue of public faults. */
class EbayFaultTest {

  private final EbayStand stand = new EbayStand();
  private final EbayChannel channel = stand.channel();

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void fault8And9TheWindowIsAskedForByOneDateEncodedAndWithinTheLimit() throws IOException {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    HttpServer ebay = answering(asked, "{\"orders\":[],\"total\":0}");
    URI address = URI.create("http://127.0.0.1:" + ebay.getAddress().getPort());
    Instant from = Instant.parse("2026-03-29T00:30:00Z");
    stand.channel(address, Map.of()).orders(from, from.plusSeconds(60), Optional.empty());
    ebay.stop(0);

    assertThat(asked)
        .containsExactly(
            "GET /sell/fulfillment/v1/order?filter=lastmodifieddate%3A%5B"
                + "2026-03-29T00%3A30%3A00.000Z..2026-03-29T00%3A31%3A00.000Z%5D"
                + "&limit=200&offset=0 de-DE");
  }

  @Test
  void fault35EachWriteNamesTheLanguageOfItsTexts() throws IOException {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    HttpServer ebay = answering(asked, "{\"offerId\":\"1\",\"listingId\":\"2\"}");
    URI address = URI.create("http://127.0.0.1:" + ebay.getAddress().getPort());
    stand.channel(address, Map.of()).publish(offer("A", 1));
    ebay.stop(0);

    assertThat(asked).hasSizeGreaterThan(3).allMatch(call -> call.endsWith(" de-DE"));
  }

  private static HttpServer answering(Queue<String> asked, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String language = exchange.getRequestHeaders().getFirst("Content-Language");
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + language);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void fault26AWishToCancelIsNoCancellation() {
    String order = stand.sale(channel, 2);
    String path = "/control/ebay/orders/" + order + "/cancel";
    stand.control(path, "{'state':'REQUESTED','reason':'ORDER_MISTAKE'}");
    ReportedOrder asked = listed(channel, order);
    assertThat(asked.state()).isEqualTo(State.PAID);
    assertThat(asked.afterwards().request())
        .map(Afterwards.Request::reason)
        .contains("ORDER_MISTAKE");
    assertThat(asked.afterwards().cancelledUnits()).isEmpty();

    stand.control(path, "{'state':'REJECTED'}");
    assertThat(listed(channel, order).afterwards().request()).isEmpty();
    stand.control(path, "{'state':'REQUESTED'}");
    assertThat(listed(channel, order).afterwards().request()).isPresent();
    stand.control(path, "{'state':'COMPLETED'}");
    ReportedOrder ended = listed(channel, order);
    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(ended.afterwards().request()).isEmpty();
    assertThat(ended.afterwards().cancelledUnits().values()).containsExactly(2);
    assertThat(ended.afterwards().refunded()).contains(Money.of("24.90", "EUR"));
  }

  @Test
  void fault26ABuyersWishIsGrantedOnceHoweverOftenItIsAskedFor() {
    String order = stand.sale(channel, 2);
    String path = "/control/ebay/orders/" + order + "/cancel";
    stand.control(path, "{'state':'REQUESTED'}");
    Progress first = channel.cancel(order, whole(), Optional.empty());
    assertThat(channel.cancel(order, whole(), Optional.empty())).isEqualTo(first);
    await().until(() -> channel.cancel(order, whole(), ticket(first)) instanceof Progress.Done);
    assertThat(JsonPath.<List<Object>>read(stand.ledger(), "$.cancellations")).hasSize(1);
  }

  @Test
  void aSellersCancellationWhoseAnswerWasLostIsNotMadeTwice() {
    String order = stand.sale(channel, 2);
    fault("createCancellation", "RESET");
    assertThatThrownBy(() -> channel.cancel(order, whole(), Optional.empty()))
        .satisfies(e -> assertThat(kind(e)).isEqualTo(ChannelException.Kind.UNKNOWN_OUTCOME));
    assertThat(listed(channel, order).afterwards().request()).as("ours is no wish").isEmpty();
    await().until(() -> channel.cancel(order, whole(), Optional.empty()) instanceof Progress.Done);
    assertThat(JsonPath.<List<String>>read(stand.ledger(), "$.cancellations[*].by"))
        .containsExactly("SELLER");
    Cancellation part = new Cancellation("c", Cancellation.Reason.OTHER, false, List.of());
    refused(() -> channel.cancel(order, part, Optional.empty()), "whole orders only");
  }

  @Test
  void fault39OneOf25ThatFailsIsOneThatFails() {
    List<PriceAndQuantity> figures = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      String offerId = i == 7 ? "gone" : channel.publish(offer("S" + i, 5)).offerId();
      Money price = Money.of("9.0" + i % 10, "EUR");
      figures.add(new PriceAndQuantity(new Sku("S" + i), offerId, price, new Quantity(i), false));
    }
    List<Pushed> pushed = channel.push(figures);
    assertThat(pushed).hasSize(25);
    assertThat(pushed.stream().filter(one -> one.refused().isEmpty())).hasSize(24);
    assertThat(pushed.get(6).refused().orElse("")).contains("257");
  }

  @Test
  void fault42ARefundIsSignedAndDoneOnceItHasArrived() {
    String order = stand.sale(channel, 3);
    Progress noted = channel.refund(order, money("r1", "10.00"), Optional.empty());
    fault("issueRefund", "RESET");
    assertThatThrownBy(() -> channel.refund(order, money("r1", "10.00"), ticket(noted)))
        .satisfies(e -> assertThat(kind(e)).isEqualTo(ChannelException.Kind.UNKNOWN_OUTCOME));
    finish(order, money("r1", "10.00"), noted);
    assertThat(refunds()).containsExactly("10.00");
    assertThat(channel.order(order).orders().get(0).afterwards().refunded())
        .contains(Money.of("10.00", "EUR"));

    Progress again = channel.refund(order, money("r2", "10.00"), Optional.empty());
    finish(order, money("r2", "10.00"), again);
    assertThat(refunds()).as("another one of the same amount").containsExactly("10.00", "10.00");
  }

  @Test
  void fault42InProgressWaitsAlreadyRefundedIsDoneAndAnOpenCaseIsForAPerson() {
    String order = stand.sale(channel, 3);
    Progress first = channel.refund(order, money("r1", "34.90"), Optional.empty());
    Progress second = channel.refund(order, money("r2", "5.00"), Optional.empty());
    channel.refund(order, money("r1", "34.90"), ticket(first));
    assertThat(channel.refund(order, money("r2", "5.00"), ticket(second)))
        .as("the first is in progress")
        .isEqualTo(second);
    finish(order, money("r2", "5.00"), second);
    assertThat(refunds()).containsExactly("34.90");

    String other = stand.sale(channel, 1);
    stand.control("/control/ebay/orders/" + other + "/case", "{}");
    Progress noted = channel.refund(other, money("r", "5.00"), Optional.empty());
    refused(() -> channel.refund(other, money("r", "5.00"), ticket(noted)), "34916");
  }

  @Test
  void fault42WithoutAKeyAGermanSellersMoneyStaysAndTheReasonIsClear() {
    String order = stand.sale(channel, 1);
    EbayChannel keyless = stand.channel(Map.of());
    refused(() -> keyless.refund(order, money("r", "5.00"), Optional.empty()), "signingKey and");
    refused(() -> keyless.cancel(order, whole(), Optional.empty()), "signingKey and");
    EbayChannel wrong = stand.channel(Map.of("signingKey", "abc", "signingJwe", "x"));
    Progress noted = wrong.refund(order, money("r", "5.00"), Optional.empty());
    refused(() -> wrong.refund(order, money("r", "5.00"), ticket(noted)), "cannot be read");
  }

  @Test
  void aRefundThatFailsIsForAPerson() {
    String order = stand.sale(channel, 1);
    stand.control("/control/ebay/refund-failures", "{'times':1}");
    Progress noted = channel.refund(order, money("r", "5.00"), Optional.empty());
    Progress asked = channel.refund(order, money("r", "5.00"), ticket(noted));
    await().until(() -> stand.ledger().contains("FAILED"));
    refused(() -> channel.refund(order, money("r", "5.00"), ticket(asked)), "could not pay back");
  }

  @Test
  void aReturnIsFoundWithTheLineItIsOf() {
    String order = stand.sale(channel, 3);
    Instant before = Instant.now();
    String line = channel.order(order).orders().get(0).lines().get(0).externalLineId();
    channel.confirmShipment(
        order,
        new Shipment("1", "DHL", null, before, List.of(new Shipment.Line(line, new Quantity(3)))));
    stand.control(
        "/control/ebay/orders/" + order + "/return", "{'quantity':2,'reason':'DEFECTIVE_ITEM'}");

    assertThat(channel.returns(before.minusSeconds(1), Instant.now()))
        .singleElement()
        .satisfies(one -> assertThat(one.externalId()).isEqualTo(order))
        .satisfies(one -> assertThat(one.reason()).isEqualTo("DEFECTIVE_ITEM"))
        .satisfies(one -> assertThat(one.lines()).containsExactly(new Line(line, new Quantity(2))));
    assertThat(channel.returns(before.minusSeconds(60), before.minusSeconds(1))).isEmpty();
  }

  private void finish(String order, Refund refund, Progress from) {
    Progress[] now = {from};
    await()
        .until(
            () -> {
              now[0] = channel.refund(order, refund, ticket(now[0]));
              return now[0] instanceof Progress.Done;
            });
  }

  private List<String> refunds() {
    return JsonPath.read(stand.ledger(), "$.refunds[*].amount.value");
  }

  private void fault(String operation, String kind) {
    stand.control(
        "/control/ebay/faults", "{'operation':'" + operation + "','kind':'" + kind + "'}");
  }

  private static Cancellation whole() {
    return new Cancellation("c1", Cancellation.Reason.BUYER, true, List.of());
  }

  /** Without lines: of the whole order. */
  private static Refund money(String id, String amount) {
    Money total = Money.of(amount, "EUR");
    return new Refund(id, Refund.Reason.GOODWILL, List.of(), Money.of("0", "EUR"), total);
  }

  private static Optional<String> ticket(Progress progress) {
    return progress instanceof Progress.Working working
        ? Optional.of(working.ticket())
        : Optional.empty();
  }

  private static ChannelException.Kind kind(Throwable e) {
    return ((ChannelException) e).kind();
  }

  private static void refused(ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .hasMessageContaining(why)
        .satisfies(e -> assertThat(kind(e)).isEqualTo(ChannelException.Kind.REFUSED));
  }
}
