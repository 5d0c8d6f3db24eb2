package kontor.connector.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.Secrets;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What partners write, well and badly, and what they get. */
class PartnerFilesTest {

  private static final Map<String, String> POINTS =
      Map.of("separator", "comma", "decimalMark", "point", "user", "wir");
  private static final String HEADER =
      "order;state;placed;changed;line;sku;title;quantity;lineTotal;shipping;total;currency;country";
  private static final String TIMES = "2026-03-29T00:30:00Z;2026-03-29T00:30:00Z";

  private final List<String> asked = new ArrayList<>();
  private final HttpServer partner = open();
  private String answer = "";
  private Charset charset = StandardCharsets.UTF_8;
  private int status = 200;

  @AfterEach
  void close() {
    partner.stop(0);
  }

  private HttpServer open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Authorization")
                    + " "
                    + exchange.getRequestHeaders().getFirst("X-Api-Key")
                    + " "
                    + new String(body, StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(charset);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private PartnerChannel channel(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("baseUrl", "http://127.0.0.1:" + partner.getAddress().getPort() + "/v1/");
    Account account =
        new Account("partner", new ChannelId("partner"), "main", CountryCode.GERMANY, all);
    return new PartnerChannel(account, new Key(new Secrets(Map.of("key", "geheim"))));
  }

  private OrderPage read(Map<String, String> settings) {
    Instant to = Instant.parse("2026-03-29T01:00:00Z");
    return channel(settings).orders(to.minusSeconds(60), to, Optional.empty());
  }

  @Test
  void anOrderIsReadToTheCentFromAllItsRows() {
    answer =
        "\uFEFF"
            + HEADER
            + ";cancelled\r\nA1;paid;"
            + TIMES
            + ";1;\"Ü;1\";\"Zwei\r\nZeilen\";2;19,98;4,90;34,88;EUR;AT;\r\nA1;paid;"
            + TIMES
            + ";2;B;;1;10,00;4,90;34,88;EUR;AT;1\r\n";
    OrderPage page = read(Map.of());
    assertThat(page.unreadable()).isEmpty();
    assertThat(page.next()).contains("2");
    assertThat(page.orders())
        .singleElement()
        .satisfies(one -> assertThat(one.total()).isEqualTo(Money.of("34.88", "EUR")))
        .satisfies(one -> assertThat(one.lines().get(0).sku()).isEqualTo(new Sku("Ü;1")))
        .satisfies(one -> assertThat(one.afterwards().cancelledUnits()).isEqualTo(Map.of("2", 1)));
    assertThat(asked.get(0))
        .isEqualTo(
            "GET /v1/orders.csv?changedFrom=2026-03-29T00%3A59%3A00Z"
                + "&changedTo=2026-03-29T01%3A00%3A00Z&page=1 null geheim ");
  }

  @Test
  void aBadRowIsKeptAsideWithItsLineAndTakesItsWholeOrderButNoOther() {
    answer =
        String.join(
            "\r\n",
            HEADER,
            "A;paid;" + TIMES + ";1;S;;1;10,00;0,00;10,00;EUR;DE",
            "B;paid;" + TIMES + ";1;S;;1;10,00;0,00;20,00;EUR;DE",
            "B;paid;" + TIMES + ";2;S;;1;10.00;0,00;20,00;EUR;DE",
            "C;paid;" + TIMES + ";1;S;;1;10,00;0,00;10,01;EUR;DE",
            "D;weg;" + TIMES + ";1;S;;1;10,00;0,00;10,00;EUR;DE",
            ";paid;" + TIMES + ";1;S;;1;10,00;0,00;10,00;EUR;DE",
            "E;paid;gestern;gestern;1;S;;1;10,00;0,00;10,00;EUR;DE",
            "F;paid",
            "");
    OrderPage page = read(Map.of());
    assertThat(page.orders()).singleElement().matches(one -> one.externalId().equals("A"));
    assertThat(page.unreadable())
        .extracting(one -> one.externalId() + ": " + one.reason().split("'")[0].strip())
        .satisfiesExactly(
            b -> assertThat(b).startsWith("B: line 4: not an amount"),
            c -> assertThat(c).startsWith("C: line 5: lines and shipping are 10.00 EUR"),
            d -> assertThat(d).startsWith("D: line 6: unknown state"),
            none -> assertThat(none).startsWith("orders.csv line 7: line 7: column order is empty"),
            e -> assertThat(e).startsWith("E: line 8: Text"),
            f -> assertThat(f).startsWith("F: line 9: has 2 cells, the header has 13"));
  }

  @Test
  void aFileThatIsNoneIsRefusedAsAWholeAndSaysWhy() {
    answer = "Bestellung;Status\r\n1;bezahlt\r\n";
    refused(Kind.REFUSED, "needs the columns");
    answer = HEADER + "\r\n\"A";
    refused(Kind.REFUSED, "orders.csv");
    charset = StandardCharsets.ISO_8859_1;
    answer = HEADER + "\r\nÄ;";
    refused(Kind.REFUSED, "is not UTF-8");
    status = 503;
    refused(Kind.RETRY, "503");
    status = 401;
    refused(Kind.UNAUTHORISED, "401");
    asked.clear();
    assertThatThrownBy(() -> read(Map.of("decimalMark", "strich")))
        .hasMessageContaining("decimalMark");
    assertThatThrownBy(() -> read(Map.of("baseUrl", "kein ort"))).hasMessageContaining("baseUrl");
    assertThat(asked).isEmpty();
  }

  private void refused(Kind kind, String why) {
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageContaining(why)
        .isInstanceOfSatisfying(ChannelException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void figuresAreWrittenAsThePartnerReadsThemAndEachRowHasItsAnswer() {
    answer = String.join("\r\n", "key,result,reason", "\"A,1\",ok,", "B,refused,too cheap", "");
    List<Pushed> pushed =
        channel(POINTS)
            .push(List.of(figure("A,1", "1.50"), figure("B", "0.01"), figure("C", "2.00")));
    assertThat(asked.get(0))
        .isEqualTo(
            String.join(
                "\r\n",
                "PUT /v1/offers.csv Basic d2lyOmdlaGVpbQ== null sku,price,currency,quantity",
                "\"A,1\",1.50,EUR,3",
                "B,0.01,EUR,3",
                "C,2.00,EUR,3",
                ""));
    assertThat(pushed)
        .extracting(one -> one.refused().orElse("ok"))
        .containsExactly("ok", "B: too cheap", "the partner's answer leaves it out");
  }

  private static PriceAndQuantity figure(String sku, String price) {
    return new PriceAndQuantity(new Sku(sku), sku, Money.of(price, "EUR"), new Quantity(3), false);
  }

  /** A token that nobody has to renew. */
  private record Key(Secrets secrets) implements AccessToken {
    @Override
    public String value() {
      return "none";
    }

    @Override
    public void rejected(String value) {
      throw new AssertionError("rejected");
    }
  }
}
