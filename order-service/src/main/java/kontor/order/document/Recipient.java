package kontor.order.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.contracts.CountryCode;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.order.contact.Contact;
import kontor.order.contact.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whom a document is addressed to. A marketplace's buyer is known to us by his order there only,
 * which does for an invoice of 250 EUR at most (§ 33 UStDV).
 */
public record Recipient(
    String name,
    @Nullable String company,
    @Nullable String street,
    @Nullable String postalCode,
    @Nullable String city,
    CountryCode country,
    @Nullable String email,
    @Nullable String street2,
    @Nullable String state) {

  public static Recipient of(OrderPlaced order, Optional<Contact> known, Wording words) {
    return known.map(c -> of(c.billing(), c.email())).orElseGet(() -> unknown(order, words));
  }

  static Recipient of(PostalAddress address, String email) {
    return new Recipient(
        address.name(),
        address.company(),
        address.street(),
        address.postalCode(),
        address.city(),
        address.country(),
        email,
        address.street2(),
        address.state());
  }

  private static Recipient unknown(OrderPlaced order, Wording words) {
    String name =
        order.externalId() == null
            ? words.text("buyer.shop", order.number())
            : words.text("buyer.marketplace", order.externalId(), order.channel().value());
    return new Recipient(name, null, null, null, null, order.country(), null, null, null);
  }

  /** Who is charged: the company, where there is one. */
  public String party() {
    return company == null || company.isBlank() ? name : company;
  }

  /** The address as on an envelope. */
  List<String> lines(CountryCode home, Wording words) {
    List<String> lines = new ArrayList<>();
    if (!party().equals(name)) {
      lines.add(party());
    }
    lines.add(name);
    lines.add(Objects.requireNonNullElse(street, ""));
    lines.add(Objects.requireNonNullElse(street2, ""));
    lines.add(
        String.join(" ", Stream.of(postalCode, city, state).filter(Objects::nonNull).toList()));
    lines.add(country.equals(home) ? "" : words.country(country));
    lines.removeIf(String::isBlank);
    return lines;
  }
}
