package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReportedListing.State;
import kontor.contracts.CountryCode;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import org.junit.jupiter.api.Test;

/** The report of all listings, as Amazon's sites write it. */
class AmazonCatalogueFileTest {

  private static final String HEAD =
      "item-name\tseller-sku\tprice\tquantity\tproduct-id-type\tasin1\tproduct-id"
          + "\tfulfillment-channel\tstatus";

  private static ListingPage read(String... rows) {
    return AmazonCatalogueFile.read(
        "\uFEFF" + HEAD + "\r\n" + String.join("\r\n", rows) + "\r\n", CountryCode.GERMANY);
  }

  @Test
  void aRowIsAListing() {
    ReportedListing one =
        read("Tasse \"groß\"\tT/1\t9.9\t7\t4\tB01\t4006381333931\tDEFAULT\tActive")
            .listings()
            .get(0);
    assertThat(one)
        .isEqualTo(
            new ReportedListing(
                one.sku(),
                "T/1",
                Optional.of("B01"),
                State.LIVE,
                "Tasse \"groß\"",
                Optional.of(new Gtin("4006381333931")),
                Optional.of(Money.of("9.90", "EUR")),
                Optional.of(new Quantity(7)),
                List.of()));
  }

  @Test
  void onlyABarcodesNumberIsAGtin() {
    ListingPage page =
        read(
            "a\tASIN\t1\t1\t1\tB01\tB01\tDEFAULT\tActive",
            "a\tISBN13\t1\t1\t2\tB01\t9783161484100\tDEFAULT\tActive",
            "a\tISBN10\t1\t1\t2\tB01\t3161484100\tDEFAULT\tActive",
            "a\tUPC\t1\t1\t3\tB01\t036000291452\tDEFAULT\tActive",
            "a\tZEROS LOST\t1\t1\t3\tB01\t36000291452\tDEFAULT\tActive",
            "a\tLOOKS LIKE ONE\t1\t1\t1\tB01\t4006381333931\tDEFAULT\tActive");
    assertThat(page.unreadable()).isEmpty();
    assertThat(page.listings())
        .filteredOn(one -> one.gtin().isPresent())
        .extracting(one -> one.sku() + " " + one.gtin().orElseThrow())
        .containsExactly("ISBN13 9783161484100", "UPC 036000291452");
  }

  @Test
  void whatLiesAtAmazonIsNotOursAndWhatIsNotActiveIsHidden() {
    List<ReportedListing> all =
        read(
                "a\tFBA\t12,50\t\t1\tB01\tB01\tAMAZON_EU\tActive",
                "a\tSOLD OUT\t\t0\t1\tB02\tB02\tDEFAULT\tInactive")
            .listings();
    assertThat(all.get(0).quantity()).isEmpty();
    assertThat(all.get(0).price()).contains(Money.of("12.50", "EUR"));
    assertThat(all.get(1).state()).isEqualTo(State.HIDDEN);
    assertThat(all.get(1).price()).isEmpty();
    assertThat(all.get(1).quantity()).contains(new Quantity(0));
  }

  @Test
  void whatCannotBeReadIsNamedAndTheOthersAreRead() {
    ListingPage page =
        read(
            "a\tA\t1\t1\t1\tB01\tB01\tDEFAULT\tActive",
            "broken by the seller's",
            "own text\tB\t1\t1\t1\tB01\tB01\tDEFAULT\tActive\t\t",
            "a\tC\tfree\t1\t1\tB01\tB01\tDEFAULT\tActive",
            "a\tD\t1\tmany\t1\tB01\tB01\tDEFAULT\tActive",
            "a\tA\t2\t1\t1\tB02\tB02\tDEFAULT\tActive",
            "a\t\t2\t1\t1\tB02\tB02\tDEFAULT\tActive",
            "a\tGR\uFFFDN\t2\t1\t1\tB02\tB02\tDEFAULT\tActive",
            "a\tE\t2\t1\t1\tB02\tB02\tDEFAULT\tActive");
    assertThat(page.listings()).extracting(one -> one.sku().value()).containsExactly("A", "E");
    assertThat(page.unreadable())
        .containsExactly(
            "row 3: has 1 fields instead of 9",
            "row 4: has 11 fields instead of 9",
            "row 5: C: 'free' is no price",
            "row 6: D: 'many' is no quantity",
            "row 7: SKU 'A' is there a second time",
            "row 8: not a SKU: ''",
            "row 9: SKU 'GR\uFFFDN' has lost some of its characters");
  }

  @Test
  void columnsThatWeDoNotKnowAreNamed() {
    assertThatThrownBy(
            () -> AmazonCatalogueFile.read("Händler-SKU\tPreis\nA\t1\n", CountryCode.GERMANY))
        .isInstanceOf(ChannelException.class)
        .hasMessageContaining("Händler-SKU");
  }

  @Test
  void anEncodingThatNobodyNamesIsTheOneThatFits() {
    byte[] umlauts = {'G', (byte) 0xFC, 'N'};
    assertThat(AmazonFiles.guess(umlauts)).hasToString("windows-1252");
    assertThat(AmazonFiles.guess("Grün".getBytes(StandardCharsets.UTF_8))).hasToString("UTF-8");
  }
}
