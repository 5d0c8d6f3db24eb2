package kontor.local.story;

/** The product file of the story, as a WooCommerce shop exports it. */
final class StoryFile {

  private StoryFile() {}

  static String content(String run, String sku) {
    return """
        ID,Type,SKU,Name,Published,"Visibility in catalog","Short description",Description,"Tax status","Tax class","In stock?",Stock,"Regular price",Categories,Images
        1,simple,"%s","Teedose %s",1,visible,"Dose für losen Tee","Weißblech, dicht schließend, für 100 g.",taxable,,1,,"12.90","Küche > Tee","https://example.org/teedose.png"
        """
        .formatted(sku, run);
  }
}
