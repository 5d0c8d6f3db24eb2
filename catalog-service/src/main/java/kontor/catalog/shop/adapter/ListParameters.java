package kontor.catalog.shop.adapter;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a list of products can be asked by. All are read as text, so that a bad one can be named.
 */
public final class ListParameters {

  @QueryParam("q")
  @Parameter(description = "Words to find; the last one may be unfinished")
  @Nullable String words;

  @QueryParam("category")
  @Parameter(description = "A path, parts parted by ' > ', with all below it; may be repeated")
  List<String> categories = List.of();

  @QueryParam("brand")
  @Parameter(description = "May be repeated")
  List<String> brands = List.of();

  @QueryParam("availability")
  @Parameter(description = "in-stock or out-of-stock")
  List<String> availabilities = List.of();

  @QueryParam("priceMin")
  @Parameter(description = "Lowest price, such as 9.90")
  @Nullable String priceMin;

  @QueryParam("priceMax")
  @Parameter(description = "Highest price, such as 19.90")
  @Nullable String priceMax;

  @QueryParam("facets")
  @Parameter(description = "Whose values to count: category, brand, availability; commas between")
  List<String> facets = List.of();

  @QueryParam("sort")
  @Parameter(description = "relevance, title, -title, price or -price")
  @Nullable String sort;

  @QueryParam("limit")
  @Parameter(description = "Products per page, 1 to 200; 24 when left out")
  @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(description = "Where the page before ended: its next")
  @Nullable String cursor;

  @QueryParam("lang")
  @Parameter(description = "Language by ISO 639-1; the shop's own when left out")
  @Nullable String lang;

  @QueryParam("country")
  @Parameter(description = "Whose VAT applies; the shop's own when left out")
  @Nullable String country;

  /** The same for the same question: what an answer can be kept under. */
  String key() {
    return String.join(
        "\n",
        String.valueOf(words),
        String.valueOf(categories),
        String.valueOf(brands),
        String.valueOf(availabilities),
        String.valueOf(priceMin),
        String.valueOf(priceMax),
        String.valueOf(facets),
        String.valueOf(sort),
        String.valueOf(limit),
        String.valueOf(cursor),
        String.valueOf(lang),
        String.valueOf(country));
  }
}
