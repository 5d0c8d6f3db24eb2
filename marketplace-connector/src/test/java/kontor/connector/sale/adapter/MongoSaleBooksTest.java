package kontor.connector.sale.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.connector.channel.Account;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.sale.SaleBooks.DueShipment;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.local.TestPlatform;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MongoSaleBooksTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());

  private final MongoDatabase database = CLIENT.getDatabase("books_" + UUID.randomUUID());
  private final MarketplaceChannel ebay = channel("ebay");
  private final MarketplaceChannel etsy = channel("etsy");

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void parcelsAreToldOldestFirstAndAFewAtATime() {
    MongoSaleBooks books = new MongoSaleBooks(database);
    ship(books, ebay, "20-1", 2);
    ship(books, ebay, "20-2", 1);
    ship(books, ebay, "20-2", 1); // the event came twice
    ship(books, ebay, "20-3", 3);
    ship(books, etsy, "33-1", 0);

    List<DueShipment> first = books.dueShipments(ebay, 2);
    assertThat(first).extracting(DueShipment::externalId).containsExactly("20-2", "20-1");
    assertThat(first.get(0).units()).isEqualTo(Map.of(1, 2));
    assertThat(books.untoldSales(ebay)).containsExactlyInAnyOrder("20-1", "20-2", "20-3");

    first.forEach(due -> books.settled(ebay, due));
    assertThat(books.dueShipments(ebay, 2))
        .extracting(DueShipment::externalId)
        .containsExactly("20-3");
    assertThat(books.untoldSales(etsy)).containsExactly("33-1");
  }

  @Test
  void whatWasKeptInTheAccountsDocumentIsToldStill() {
    Document due =
        new Document("order", order("20-9").value())
            .append("externalId", "20-9")
            .append("parcel", "1")
            .append("units", new Document("1", 2))
            .append("carrier", "DHL")
            .append("trackingNumber", "0034")
            .append("shippedAt", Date.from(NOW));
    database
        .getCollection("accounts")
        .insertOne(
            new Document("_id", ebay.account().key())
                .append("readUntil", Date.from(NOW))
                .append("due", new Document(order("20-9").value() + "/1", due)));

    MongoSaleBooks books = new MongoSaleBooks(database);
    assertThat(books.dueShipments(ebay, 10))
        .containsExactly(
            new DueShipment(order("20-9"), "20-9", "1", Map.of(1, 2), "DHL", "0034", NOW));
    assertThat(books.readUntil(ebay)).contains(NOW);
    books.settled(ebay, books.dueShipments(ebay, 1).get(0));
    assertThat(new MongoSaleBooks(database).dueShipments(ebay, 10)).isEmpty();
  }

  private static void ship(
      MongoSaleBooks books, MarketplaceChannel channel, String externalId, int minutes) {
    books.keep(channel, externalId, order(externalId));
    books.shipped(
        new ParcelShipped(
            order(externalId),
            "1",
            List.of(new LineUnits(1, new Sku("A"), new Quantity(2))),
            "DHL",
            "0034",
            NOW.plusSeconds(60L * minutes)));
  }

  private static OrderId order(String externalId) {
    return OrderId.ofSale(new ChannelId("ebay-de"), "main", externalId);
  }

  /** Of which the books only ask for the account. */
  private static MarketplaceChannel channel(String marketplace) {
    Account account =
        new Account(
            marketplace, new ChannelId(marketplace + "-de"), "main", CountryCode.GERMANY, Map.of());
    return (MarketplaceChannel)
        Proxy.newProxyInstance(
            MongoSaleBooksTest.class.getClassLoader(),
            new Class<?>[] {MarketplaceChannel.class},
            (proxy, method, arguments) -> account);
  }
}
