package kontor.order.document.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.order.contact.Contact;
import kontor.order.contact.ContactDetails;
import kontor.order.contact.PostalAddress;
import kontor.order.document.Dealing;
import kontor.order.document.InvoiceLetter;
import kontor.order.document.Letter;
import kontor.order.document.Letter.Fact;
import kontor.order.document.OrderLetters;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Goods.ParcelState;
import org.junit.jupiter.api.Test;

/** What stands on documents, before it is printed. */
class LettersTest {

  private static final OrderPlaced HOME = Papers.order("DE", "4.90", Papers.TEA, Papers.CUP);
  private static final OrderPlaced ABROAD = Papers.order("FR", "4.90", Papers.TEA);

  private final OrderLetters letters = new OrderLetters(Papers.SELLER, ZoneId.of("Europe/Berlin"));

  @Test
  void anInvoiceShowsNetAndVatPerRateAndTheTotal() {
    Letter letter = invoice(HOME, Papers.dealing(HOME, "test"));

    assertThat(letter.title()).isEqualTo("Rechnung RE-2026-11-00042");
    assertThat(letter.sums().stream().map(Fact::label).map(LettersTest::plain))
        .containsExactly(
            "Netto zu 7 %",
            "Umsatzsteuer 7 %", "Netto zu 19 %", "Umsatzsteuer 19 %", "Rundung", "Gesamtbetrag");
    assertThat(plain(letter.sums().get(5).value())).isEqualTo("48,75 €");
    assertThat(letter.footer().toString()).contains("USt-IdNr. DE136695976", "WEEE-Reg.-Nr.");
  }

  @Test
  void abroadItIsEnglishAndNamesTheCountry() {
    Letter letter = invoice(ABROAD, Papers.dealing(ABROAD, "test"));

    assertThat(letter.title()).startsWith("Invoice ");
    assertThat(letter.recipient()).last().isEqualTo("France");
    assertThat(letter.facts()).contains(new Fact("Invoice date", "28 November 2026"));
  }

  @Test
  void whoPaysOnAccountIsToldUntilWhenAndAsWhat() {
    Letter letter = invoice(HOME, Papers.dealing(HOME, "account"));

    assertThat(letter.remarks()).singleElement().asString().contains("12.12.2026", "RE-1042");
  }

  @Test
  void aGiftCardIsAMeansOfPaymentAndChangesNothingButTheWordsAboutIt() {
    Letter byCard = invoice(HOME, Papers.dealing(HOME, "gift-card"));

    assertThat(byCard.remarks()).containsExactly("Der Betrag ist mit einem Gutschein bezahlt.");
    assertThat(byCard.sums()).isEqualTo(invoice(HOME, Papers.dealing(HOME, "test")).sums());
  }

  @Test
  void aMarketplacesBuyerIsNamedByHisOrder() {
    OrderPlaced sold = Papers.order(new ChannelId("ebay"), "12-345", "DE", "0.00", Papers.CUP);

    assertThat(invoice(sold, Papers.dealing(sold, "marketplace", Optional.empty())).recipient())
        .containsExactly("Käufer der Bestellung 12-345 bei ebay");
  }

  @Test
  void aDeliveryNoteHasUnitsAndNoPrices() {
    Parcel parcel =
        new Parcel(
            "A",
            List.of(new LineUnits(1, Papers.TEA.sku(), new Quantity(1))),
            ParcelState.SHIPPED,
            "DHL",
            "T1",
            Instant.parse("2026-11-27T23:30:00Z"));
    Letter letter = letters.deliveryNote(Papers.dealing(HOME, "test"), parcel);

    assertThat(letter.table().rows()).containsExactly(List.of("1", "Grüner Tee (TEE)", "1"));
    assertThat(letter.facts()).contains(new Fact("Lieferdatum", "28.11.2026"));
    assertThat(letter.sums()).isEmpty();
    assertThat(letter.toString()).doesNotContain("€");
  }

  @Test
  void aGiftsDeliveryNoteShowsItsMessageToWhoGetsTheParcelAndNoPrices() {
    PostalAddress buyer =
        new PostalAddress(
            "Käthe Groß", null, "Rue 1", null, "75001", "Paris", null, new CountryCode("FR"));
    ContactDetails told =
        new ContactDetails(null, null, null, "Bitte klingeln.", "Alles Gute,\nÄnne!", buyer, null);
    Contact plain = Papers.contact("DE", null);
    Contact gift =
        new Contact(
            plain.email(),
            plain.name(),
            null,
            plain.street(),
            plain.postalCode(),
            plain.city(),
            plain.country(),
            "test",
            told);
    Parcel parcel =
        new Parcel(
            "A",
            List.of(new LineUnits(1, Papers.TEA.sku(), new Quantity(1))),
            ParcelState.PACKED,
            null,
            null,
            null);
    Dealing dealing = Papers.dealing(HOME, "test", Optional.of(gift));

    Letter note = letters.deliveryNote(dealing, parcel);
    assertThat(note.recipient()).contains("Jörg Müßig", "50676 Köln").doesNotContain("Käthe Groß");
    assertThat(note.notes())
        .containsExactly(
            new Fact("Geschenknachricht", "Alles Gute,\nÄnne!"),
            new Fact("Ihre Anmerkung", "Bitte klingeln."));
    assertThat(note.toString()).doesNotContain("€");
    assertThat(LetterPage.of(note))
        .contains("<h2>Geschenknachricht</h2><div>Alles Gute,</div><div>Änne!</div>");
    assertThat(invoice(HOME, dealing).recipient()).contains("Käthe Groß", "75001 Paris");
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    assertThat(keys(Locale.GERMANY)).isEqualTo(keys(Locale.UK));
  }

  @Test
  void whatPeopleTypedIsNoMarkup() {
    assertThat(LetterPage.of(invoice(HOME, Papers.dealing(HOME, "test"))))
        .contains("Weiße Tasse &lt;groß&gt; &amp; schön");
  }

  private static Set<String> keys(Locale locale) {
    return ResourceBundle.getBundle("kontor.order.document.words", locale).keySet();
  }

  private static Letter invoice(OrderPlaced order, Dealing dealing) {
    return InvoiceLetter.of(Papers.invoice(order), dealing, Papers.SELLER);
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
