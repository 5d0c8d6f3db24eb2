package kontor.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kontor.catalog.imports.format.Flaw;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.VariantOption;
import org.junit.jupiter.api.Test;

/** Small files of each shop system, by its documented columns. */
class FormatTest {

  private static final String SHOPIFY =
      """
      Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,\
      Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,\
      Variant Taxable,Variant Barcode,Image Src,Variant Image,Status
      becher,Becher,"<p>Gr&uuml;n &amp; <b>rund</b></p><ul><li>Ton</li></ul>",Wellhorn,Küche > Geschirr,,,\
      TRUE,Farbe,Grün,Größe,S,BE-G-S,250,12,14.90,TRUE,'4006381333931,https://a.example/1.jpg,,active
      becher,,,,,,,,,Blau,,S,,260,-2,15.90,TRUE,,https://a.example/2.jpg,https://a.example/b.jpg,
      becher,,,,,,,,,,,,,,,,,,https://a.example/3.jpg,,
      """;

  @Test
  void shopifyRowsOfAHandleAreOneProduct() {
    Shelf shelf = Shelf.of(SHOPIFY);
    ProductPublished becher = shelf.product("becher");
    assertThat(shelf.flaws()).isEmpty();
    assertThat(becher.texts().get(0).description()).isEqualTo("Grün & rund\n• Ton");
    assertThat(becher.brand()).isEqualTo("Wellhorn");
    assertThat(becher.categories()).containsExactly("Küche > Geschirr");
    assertThat(becher.variants()).hasSize(2);
    assertThat(becher.variants().get(0).gtin()).isEqualTo(new Gtin("4006381333931"));
    assertThat(becher.variants().get(0).images()).hasSize(3);
    assertThat(becher.variants().get(1).sku()).isEqualTo(new Sku("becher-blau-s"));
    assertThat(becher.variants().get(1).images().get(0)).endsWith("b.jpg");
    assertThat(shelf.stock("BE-G-S")).contains(12);
    assertThat(shelf.stock("becher-blau-s")).contains(0);
  }

  @Test
  void germanWooFilesHaveGermanColumnsAndCommas() {
    Shelf shelf =
        Shelf.of(
            """
            ID;Typ;Artikelnummer;Name;Veröffentlicht;Beschreibung;Datum, an dem Angebotspreis beginnt;\
            Datum, an dem Angebotspreis endet;Steuerstatus;Steuerklasse;Vorrätig?;Bestand;Gewicht (kg);\
            Angebotspreis;Regulärer Preis;Kategorien;Übergeordnetes Produkt;Attribut 1 Name;Attribut 1 Wert(e)
            7;variation;;Tee - 100 g;1;;2026-12-01 00:00:00;2026-12-24 23:59:59;taxable;;1;5;0,12;4,99;\
            6,50;;id:3;Menge;100 g
            3;variable;;Tee;1;Feiner Tee;;;taxable;reduced-rate;1;;;;;Tee > Grün, Geschenke;;Menge;100 g
            """);
    ProductPublished tee = shelf.product("woo-3");
    assertThat(shelf.flaws()).isEmpty();
    assertThat(tee.taxClass()).isEqualTo(TaxClass.REDUCED);
    assertThat(tee.categories()).containsExactly("Tee > Grün", "Geschenke");
    assertThat(tee.variants().get(0).weightGrams()).isEqualTo(120);
    assertThat(tee.variants().get(0).options())
        .containsExactly(new VariantOption("Menge", "100 g"));
    assertThat(shelf.prices("woo-7"))
        .containsExactly(
            Price.gross(Money.of("6.50", "EUR")),
            new Price(
                Money.of("4.99", "EUR"),
                true,
                1,
                null,
                null,
                Instant.parse("2026-11-30T23:00:00Z"),
                Instant.parse("2026-12-24T23:00:00Z")));
  }

  @Test
  void shopwareVariantsHaveFromTheirParentWhatTheyLeaveEmpty() {
    Shelf shelf =
        Shelf.of(
            """
            id;parent_id;product_number;stock;ean;name;description;tax_rate;price_net;price_gross;manufacturer_name;\
            category_paths;options;weight;cover_media_url
            v1;p1;HM-1;4;4006381333931;;;;;;;;Rot|XL;0.2;https://a.example/r.jpg
            p1;;HM;0;;Hemd;Leinen;19;8.40;9.99;Faden;Mode>Hemden;;;
            v2;p1;HM-2;6;;;;;;12.99;;;Blau|XL;;
            x;nowhere;Q-1;1;;;;;;;;;;;
            """);
    ProductPublished hemd = shelf.product("hm");
    assertThat(hemd.variants()).extracting(v -> v.sku().value()).containsExactly("HM-1", "HM-2");
    assertThat(hemd.variants().get(0).options())
        .containsExactly(new VariantOption("Ausführung", "Rot, XL"));
    assertThat(hemd.categories()).containsExactly("Mode > Hemden");
    assertThat(shelf.prices("HM-1")).containsExactly(Price.gross(Money.of("9.99", "EUR")));
    assertThat(shelf.prices("HM-2")).containsExactly(Price.gross(Money.of("12.99", "EUR")));
    assertThat(shelf.flaws())
        .containsExactly(new Flaw(5, "parent_id", "no row of this file has this id"));
  }

  @Test
  void kontorsOwnTableHasSalesBundlesAndLanguages() {
    Shelf shelf =
        Shelf.of(
            """
            product;sku;gtin;title_de;title_en;description_de;description_en;brand;categories;tax;price;sale_price;\
            sale_from;sale_until;stock;weight_g;images;components
            set;SET-1;;Teeset;Tea set;Mit Kanne;With pot;Wellhorn;Tee > Sets|Geschenke;standard;39,90;29,90;1.12.2026;\
            24.12.2026;;;/media/set.svg /media/set2.svg;1x K-1|2x T-1
            """);
    ProductPublished set = shelf.product("set");
    assertThat(set.texts()).extracting(text -> text.title()).containsExactly("Teeset", "Tea set");
    assertThat(set.categories()).containsExactly("Tee > Sets", "Geschenke");
    assertThat(set.variants().get(0).images()).hasSize(2);
    assertThat(set.variants().get(0).components())
        .containsExactly(
            new BundleComponent(new Sku("K-1"), new Quantity(1)),
            new BundleComponent(new Sku("T-1"), new Quantity(2)));
    assertThat(shelf.prices("SET-1").get(1).until())
        .isEqualTo(Instant.parse("2026-12-24T23:00:00Z"));
    assertThat(shelf.stock("SET-1")).isEmpty();
  }

  @Test
  void aProductWithOneBadRowIsRefusedWhole() {
    Shelf shelf =
        Shelf.of(
            """
            product;sku;gtin;title_de;price;stock
            a;A-1;4006381333931;Gut;1,00;1
            a;A-2;4006381333930;;2,00;1
            b;B-1;;Auch gut;3,00;1
            """);
    assertThat(shelf.products()).hasSize(1);
    assertThat(shelf.flaws()).containsExactly(new Flaw(3, "gtin", "not a GTIN: '4006381333930'"));
    assertThat(shelf.stock("A-1")).isEmpty();
  }
}
