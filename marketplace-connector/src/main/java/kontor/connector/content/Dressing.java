package kontor.connector.content;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Placement;
import kontor.connector.channel.ProductType.Part;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.VariantOption;

/**
 * An offer as it is everywhere, in the words, pictures and category of one marketplace. What is
 * written for the article counts more than what is written for its product, that more than our
 * options by their names there, and those more than what is said of the whole category.
 */
public final class Dressing {

  private Dressing() {}

  public static Offer dress(ContentBook book, ProductPublished product, Offer plain) {
    ChannelContent ofProduct = book.content(Subject.of(product.product()));
    ChannelContent ofSku = book.content(Subject.of(plain.sku()));
    Optional<CategoryMapping> mapping = book.mapping(product.categories());
    if (mapping.isEmpty()
        && ofProduct.equals(ChannelContent.NONE)
        && ofSku.equals(ChannelContent.NONE)) {
      return plain;
    }
    Set<Part> asWritten = EnumSet.noneOf(Part.class);
    String title = title(plain, ofProduct, ofSku, asWritten);
    String description = description(plain, ofProduct, ofSku, asWritten);
    return new Offer(
        plain.sku(),
        title,
        description,
        plain.brand(),
        plain.gtin(),
        plain.options(),
        images(plain, ofProduct, ofSku),
        plain.price(),
        plain.quantity(),
        new Placement(
            mapping.map(CategoryMapping::channelCategory),
            attributes(mapping, plain, ofProduct, ofSku),
            asWritten));
  }

  /** A product's title is followed by what sets the article apart; that may be shortened. */
  private static String title(
      Offer plain, ChannelContent ofProduct, ChannelContent ofSku, Set<Part> asWritten) {
    if (ofSku.title() != null) {
      asWritten.add(Part.TITLE);
      return ofSku.title();
    }
    if (ofProduct.title() == null) {
      return plain.title();
    }
    if (plain.options().isEmpty()) {
      asWritten.add(Part.TITLE);
    }
    StringBuilder title = new StringBuilder(ofProduct.title());
    plain.options().forEach(option -> title.append(", ").append(option.value()));
    return title.toString();
  }

  private static String description(
      Offer plain, ChannelContent ofProduct, ChannelContent ofSku, Set<Part> asWritten) {
    String written = ofSku.description() == null ? ofProduct.description() : ofSku.description();
    if (written == null) {
      return plain.description();
    }
    asWritten.add(Part.DESCRIPTION);
    return written;
  }

  private static List<String> images(Offer plain, ChannelContent product, ChannelContent sku) {
    if (!sku.images().isEmpty()) {
      return sku.images();
    }
    return product.images().isEmpty() ? plain.images() : product.images();
  }

  private static Map<String, List<String>> attributes(
      Optional<CategoryMapping> mapping, Offer plain, ChannelContent product, ChannelContent sku) {
    Map<String, List<String>> all = new TreeMap<>();
    mapping.ifPresent(
        mapped -> {
          all.putAll(mapped.attributes());
          for (VariantOption option : plain.options()) {
            String name = mapped.options().get(option.name());
            if (name != null) {
              all.put(name, List.of(option.value()));
            }
          }
        });
    all.putAll(product.attributes());
    all.putAll(sku.attributes());
    return all;
  }
}
