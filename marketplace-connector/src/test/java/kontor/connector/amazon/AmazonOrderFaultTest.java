package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.sale.ContainedVat;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.TaxClass;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.pricing.tax.ContainedTax;
import kontor.pricing.tax.TaxRules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Faults of others' connectors in reading orders, by their number in the catalogue of faults. */
class AmazonOrderFaultTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final AmazonOrders reader =
      new AmazonOrders(CountryCode.GERMANY, Currency.getInstance("EUR"));

  @Test
  void fault3TheNextPageIsAskedForWithWhatTheFirstWasAskedForWith() {
    try (AmazonStand stand = new AmazonStand(1_000)) {
      AmazonChannel channel = stand.channel(Duration.ofMillis(150));
      Set<String> bought = new HashSet<>(stand.orders(channel, 130));
      Instant from = Instant.now().minus(HOUR);
      await().until(() -> channel.orders(from, end(channel), Optional.empty()).next().isPresent());
      Instant to = end(channel);
      OrderPage first = channel.orders(from, to, Optional.empty());
      String token = first.next().orElseThrow();

      assertThat(token).as("holds what has to be encoded").containsPattern("[+/=]");
      assertThatThrownBy(() -> channel.orders(from.plusSeconds(60), to, Optional.of(token)))
          .satisfies(e -> assertThat(kind(e)).isEqualTo(ChannelException.Kind.REFUSED));
      OrderPage second = channel.orders(from, to, Optional.of(token));
      assertThat(second.next()).isEmpty();
      Set<String> read = new HashSet<>();
      first.orders().forEach(order -> read.add(order.externalId()));
      second.orders().forEach(order -> read.add(order.externalId()));
      assertThat(first.orders().size() + second.orders().size()).isEqualTo(130);
      assertThat(read).isEqualTo(bought);
    }
  }

  @Test
  void fault4AWindowThatEndsTooNearToNowIsRefusedSoOursEndEarlier() {
    try (AmazonStand stand = new AmazonStand(1)) {
      AmazonChannel channel = stand.channel(Duration.ofSeconds(125));
      Instant from = Instant.now().minus(HOUR);

      assertThatThrownBy(
              () -> channel.orders(from, Instant.now().minusSeconds(30), Optional.empty()))
          .hasMessageContaining("at least two minutes ago")
          .satisfies(e -> assertThat(kind(e)).isEqualTo(ChannelException.Kind.REFUSED));
      assertThat(channel.orders(from, end(channel), Optional.empty()).orders()).isEmpty();
    }
  }

  @Test
  void fault6MomentsAreSentInUtcAndEncodedAlsoInTheHourThatComesTwice() throws IOException {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    HttpServer amazon = answering(asked);
    URI address = URI.create("http://127.0.0.1:" + amazon.getAddress().getPort());
    Instant change = Instant.parse("2026-10-25T02:30:00.250+02:00");
    Instant anHourLater = Instant.parse("2026-10-25T02:30:00.250+01:00");
    try (AmazonStand stand = new AmazonStand(1)) {
      stand.channel(address, Duration.ofSeconds(125)).orders(change, anHourLater, Optional.empty());
    }
    amazon.stop(0);

    assertThat(asked)
        .singleElement()
        .satisfies(
            query ->
                assertThat(query)
                    .contains("lastUpdatedAfter=2026-10-25T00%3A30%3A00Z&")
                    .contains("lastUpdatedBefore=2026-10-25T01%3A30%3A00Z&")
                    .doesNotContain("+"));
  }

  @Test
  void fault12OneOrderThatCannotBeReadIsKeptAsideWithItsReasonAndTheOthersAreRead() {
    String orders =
        order("1", "UNSHIPPED", "10.00")
            + ","
            + order("2", "UNSHIPPED", "10.00")
            + ","
            + order("3", "ON_THE_MOON", "10.00")
            + ","
            + order("4", "UNSHIPPED", "10.00")
            + ","
            + order("5", "SHIPPED", "10.00");
    OrderPage page = reader.page(json("[" + orders + "]"), Optional.of("next"));

    assertThat(page.orders())
        .extracting(ReportedOrder::externalId)
        .containsExactly("1", "2", "4", "5");
    assertThat(page.unreadable())
        .containsExactly(new OrderPage.Unreadable("3", "unknown state 'ON_THE_MOON'"));
    assertThat(page.next()).contains("next");
  }

  @Test
  void fault18ALinesPriceIsThatOfAllItsUnits() {
    ReportedOrder order = read(order("1", "UNSHIPPED", "39.98"));
    MarketplaceLine line = order.lines().get(0);

    assertThat(line.quantity().value()).isEqualTo(2);
    assertThat(line.total()).isEqualTo(Money.of("39.98", "EUR"));
    assertThat(order.total()).isEqualTo(Money.of("39.98", "EUR"));
    ReportedOrder withoutBreakdown = read(withoutBreakdown("19.99"));
    assertThat(withoutBreakdown.lines().get(0).total()).isEqualTo(line.total());
  }

  @Test
  void fault19APriceHasItsVatInIt() {
    ReportedOrder order = read(order("1", "UNSHIPPED", "119.00"));
    ContainedVat vat =
        new ContainedVat(
            new ContainedTax(TaxRules.ofEuropeanUnion(), ZoneOffset.UTC), sku -> TaxClass.STANDARD);

    assertThat(order.total()).isEqualTo(Money.of("119.00", "EUR"));
    assertThat(vat.apply(order)).isEqualTo(Money.of("19.00", "EUR"));
  }

  private static Instant end(AmazonChannel channel) {
    return Instant.now().minus(channel.orderLag());
  }

  private ReportedOrder read(String order) {
    OrderPage page = reader.page(json("[" + order + "]"), Optional.empty());
    assertThat(page.unreadable()).isEmpty();
    return page.orders().get(0);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  /** An order of two units of one article; what both cost stands in the proceeds. */
  private static String order(String id, String status, String goods) {
    String amount = "{'amount':'" + goods + "','currencyCode':'EUR'}";
    return ("{'orderId':'%s','createdTime':'2026-11-01T10:00:00Z',"
            + "'lastUpdatedTime':'2026-11-01T10:05:00Z','fulfillment':{'fulfillmentStatus':'%s'},"
            + "'proceeds':{'grandTotal':%s},'orderItems':[{'orderItemId':'i%s','quantityOrdered':2,"
            + "'product':{'sellerSku':'A','title':'Lampe'},"
            + "'proceeds':{'breakdowns':[{'type':'ITEM','subtotal':%s}]}}]}")
        .formatted(id, status, amount, id, amount);
  }

  /** Of the same two units only what one costs is known. */
  private static String withoutBreakdown(String unit) {
    return ("{'orderId':'1','createdTime':'2026-11-01T10:00:00Z',"
            + "'lastUpdatedTime':'2026-11-01T10:05:00Z',"
            + "'fulfillment':{'fulfillmentStatus':'UNSHIPPED'},'orderItems':[{'orderItemId':'i1',"
            + "'quantityOrdered':2,'product':{'sellerSku':'A','title':'Lampe',"
            + "'price':{'unitPrice':{'amount':'%s','currencyCode':'EUR'}}}}]}")
        .formatted(unit);
  }

  private static HttpServer answering(Queue<String> asked) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getRawQuery());
          byte[] bytes = "{\"orders\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static ChannelException.Kind kind(Throwable e) {
    return ((ChannelException) e).kind();
  }
}
