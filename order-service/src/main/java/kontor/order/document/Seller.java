package kontor.order.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kontor.contracts.CountryCode;

/**
 * Who sells, as § 14 (4) UStG wants it on an invoice. What is empty is left out.
 *
 * @param vatId USt-IdNr.
 * @param taxNumber Steuernummer; needed where there is no VAT id
 * @param weee registration of a seller of electrical goods (§ 6 ElektroG)
 * @param lucid registration of who packs parcels (§ 9 VerpackG)
 * @param contact whom a buyer asks for
 * @param iban where buyers on account pay to
 * @param paymentDays in which they do
 */
public record Seller(
    String name,
    String street,
    String postalCode,
    String city,
    CountryCode country,
    String vatId,
    String taxNumber,
    String weee,
    String lucid,
    String contact,
    String phone,
    String email,
    String iban,
    String bic,
    int paymentDays) {

  /** Until when a buyer on account pays an invoice of this day. */
  public LocalDate due(LocalDate issuedOn) {
    return issuedOn.plusDays(paymentDays);
  }

  /** Who writes, at the end of a mail (§ 35a GmbHG, § 5 DDG). */
  public String imprint() {
    return String.join(
        "\n", present(name, street + ", " + postalCode + " " + city, contact, phone, email, vatId));
  }

  /** The line above a recipient's address. */
  String sender() {
    return name + " · " + street + " · " + postalCode + " " + city;
  }

  /** What stands at the foot of each page, column by column. */
  List<List<String>> footer(Wording words) {
    return List.of(
        present(name, street, postalCode + " " + city),
        present(contact, phone, email),
        present(
            labelled(words.text("seller.vat"), vatId),
            labelled(words.text("seller.tax"), taxNumber),
            labelled(words.text("seller.weee"), weee),
            labelled(words.text("seller.lucid"), lucid)),
        present(labelled("IBAN", iban), labelled("BIC", bic)));
  }

  private static String labelled(String label, String value) {
    return value.isBlank() ? "" : label + " " + value;
  }

  private static List<String> present(String... lines) {
    return Stream.of(lines).filter(line -> !line.isBlank()).toList();
  }
}
