package kontor.catalog.imports.format;

import java.util.List;
import java.util.Map;
import kontor.catalog.imports.table.Header;

/**
 * WooCommerce names its columns in the language of the shop's back office: here as English and
 * German shops write them.
 */
record WooColumns(Header header) {

  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("ID", List.of("ID")),
          Map.entry("Type", List.of("Type", "Typ")),
          Map.entry("SKU", List.of("SKU", "Artikelnummer")),
          Map.entry(
              "GTIN",
              List.of("GTIN, UPC, EAN, or ISBN", "GTIN, UPC, EAN oder ISBN", "GTIN", "EAN")),
          Map.entry("Name", List.of("Name")),
          Map.entry("Published", List.of("Published", "Veröffentlicht")),
          Map.entry("Short description", List.of("Short description", "Kurzbeschreibung")),
          Map.entry("Description", List.of("Description", "Beschreibung")),
          Map.entry(
              "Sale starts",
              List.of("Date sale price starts", "Datum, an dem Angebotspreis beginnt")),
          Map.entry(
              "Sale ends", List.of("Date sale price ends", "Datum, an dem Angebotspreis endet")),
          Map.entry("Tax status", List.of("Tax status", "Steuerstatus")),
          Map.entry("Tax class", List.of("Tax class", "Steuerklasse")),
          Map.entry("In stock?", List.of("In stock?", "Vorrätig?", "Auf Lager?")),
          Map.entry("Stock", List.of("Stock", "Bestand", "Lager")),
          Map.entry("Sale price", List.of("Sale price", "Angebotspreis")),
          Map.entry("Regular price", List.of("Regular price", "Regulärer Preis")),
          Map.entry("Categories", List.of("Categories", "Kategorien")),
          Map.entry("Images", List.of("Images", "Bilder")),
          Map.entry("Parent", List.of("Parent", "Übergeordnetes Produkt")),
          Map.entry("Brands", List.of("Brands", "Brand", "Marken")),
          Map.entry("kg", List.of("Weight (kg)", "Gewicht (kg)")),
          Map.entry("g", List.of("Weight (g)", "Gewicht (g)")),
          Map.entry("lbs", List.of("Weight (lbs)", "Gewicht (lbs)")),
          Map.entry("oz", List.of("Weight (oz)", "Gewicht (oz)")));

  /** As this file calls the column; its English name when it is not there. */
  String of(String name) {
    List<String> names = NAMES.getOrDefault(name, List.of(name));
    return header.any(names).orElse(names.get(0));
  }

  String attributeName(int number) {
    return header
        .any(List.of("Attribute " + number + " name", "Attribut " + number + " Name"))
        .orElse("");
  }

  String attributeValues(int number) {
    return header
        .any(List.of("Attribute " + number + " value(s)", "Attribut " + number + " Wert(e)"))
        .orElse("");
  }
}
