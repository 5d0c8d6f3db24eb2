package kontor.order.document.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.order.contact.Contact;
import kontor.order.document.Bills;
import kontor.order.document.Dealing;
import kontor.order.document.DealingDetails;
import kontor.order.document.IssuedBill;
import kontor.order.document.Language;
import kontor.order.document.Recipient;
import kontor.order.document.Seller;
import kontor.order.document.Wording;
import org.jspecify.annotations.Nullable;

/** Orders and sellers to print: two teas at 7 % with a discount, a cup at 19 %, shipping. */
final class Papers {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  static final OrderId ID = new OrderId("00000000-0000-0000-0000-000000000001");
  static final Seller SELLER = seller("DE02120300000000202051");
  static final OrderLine TEA = line(1, "TEE", "Grüner Tee", 2, "10.70", "1.40", 700);
  static final OrderLine CUP =
      line(2, "TASSE", "Weiße Tasse <groß> & schön", 1, "23.85", "0.00", 1900);

  private Papers() {}

  static Seller seller(String iban) {
    return new Seller(
        "Musterhandel GmbH",
        "Musterstraße 1",
        "12345",
        "Musterstadt",
        CountryCode.GERMANY,
        "DE136695976",
        "12/345/67890",
        "DE 12345678",
        "DE1234567890123",
        "Kundenservice",
        "+49 221 1234567",
        "service@example.org",
        iban,
        "",
        14);
  }

  static OrderLine line(
      int line, String sku, String title, int units, String price, String off, int rate) {
    Money unit = eur(price);
    Money total = unit.times(units).minus(eur(off));
    return new OrderLine(
        line,
        null,
        new Sku(sku),
        title,
        new Quantity(units),
        unit,
        eur(off),
        total,
        rate,
        eur("0.00"));
  }

  static OrderPlaced order(String country, String shipping, OrderLine... lines) {
    return order(ChannelId.SHOP, null, country, shipping, lines);
  }

  static OrderPlaced order(
      ChannelId channel,
      @Nullable String externalId,
      String country,
      String shipping,
      OrderLine... lines) {
    Money none = eur("0.00");
    Money goods = none;
    Money discount = none;
    for (OrderLine line : lines) {
      goods = goods.plus(line.unitPrice().times(line.quantity().value()));
      discount = discount.plus(line.discount());
    }
    Money grand = goods.minus(discount).plus(eur(shipping));
    return new OrderPlaced(
        ID,
        "1042",
        channel,
        null,
        externalId,
        new CustomerId("c"),
        new CountryCode(country),
        List.of(lines),
        new OrderTotals(goods, discount, eur(shipping), none, grand),
        false,
        Instant.parse("2026-11-27T10:00:00Z"));
  }

  static Contact contact(String country, @Nullable String company) {
    return new Contact(
        "joerg@example.org",
        "Jörg Müßig",
        company,
        "Löwengasse 3",
        "50676",
        "Köln",
        new CountryCode(country),
        "test");
  }

  static Dealing dealing(OrderPlaced order, String provider) {
    return dealing(order, provider, Optional.of(contact(order.country().value(), null)));
  }

  static Dealing dealing(OrderPlaced order, String provider, Optional<Contact> contact) {
    Language language = Language.of(order.country());
    return new Dealing(
        order,
        Recipient.of(order, contact, Wording.in(language)),
        provider,
        "RE-1042",
        language,
        DealingDetails.of(contact));
  }

  static IssuedBill invoice(OrderPlaced order) {
    return Bills.invoice(order, "RE-2026-11-00042", TODAY);
  }

  static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
