package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kontor.sandbox.etsy.Listing.Image;
import kontor.sandbox.http.Response;

/** The pictures of a listing: uploaded as files, kept by rank. */
final class ImageCalls {

  private static final int MOST = 20;

  private final Listings listings;

  ImageCalls(Listings listings) {
    this.listings = listings;
  }

  List<Operation> operations() {
    String ofShop = "/shops/{shop_id}/listings/{listing_id}/images";
    return List.of(
        new Operation("uploadListingImage", "POST", ofShop, this::upload),
        new Operation("deleteListingImage", "DELETE", ofShop + "/{listing_image_id}", this::delete),
        new Operation("getListingImages", "GET", "/listings/{listing_id}/images", this::list));
  }

  private Response upload(Call call) {
    Listing listing = listings.of(call);
    Image image = image(call, listing);
    boolean overwrite = call.body().path("overwrite").asBoolean(false);
    List<Image> images = new ArrayList<>();
    for (Image old : listing.images()) {
      if (old.imageId() == image.imageId() || (overwrite && old.rank() == image.rank())) {
        continue;
      }
      boolean moves = !overwrite && old.rank() >= image.rank();
      int rank = old.rank() + (moves ? 1 : 0);
      images.add(new Image(old.imageId(), rank, old.altText(), old.bytes()));
    }
    images.add(image);
    if (images.size() > MOST) {
      throw Problem.INVALID.say("image: a listing has at most " + MOST);
    }
    images.sort(Comparator.comparingInt(Image::rank));
    listings.put(listing.withImages(images, listings.now()));
    return Response.json(201, listing.show(image));
  }

  private Image image(Call call, Listing listing) {
    ObjectNode body = call.body();
    int rank = body.path("rank").asInt(1);
    String alt = body.path("alt_text").asText();
    if (body.has("listing_image_id")) {
      long id = body.path("listing_image_id").asLong();
      return listing.images().stream()
          .filter(old -> old.imageId() == id)
          .map(old -> new Image(id, rank, alt, old.bytes()))
          .findFirst()
          .orElseThrow(() -> Problem.NOT_FOUND.say("listing_image_id: no such image"));
    }
    byte[] bytes =
        call.file()
            .filter(file -> file.field().equals("image"))
            .map(Form.NamedFile::bytes)
            .orElseThrow(() -> Problem.INVALID.say("image: no file, and no listing_image_id"));
    if (!isPicture(bytes)) {
      throw Problem.INVALID.say("image: not a PNG, JPEG or GIF file");
    }
    return new Image(3_000_000_000L + listings.next("image"), rank, alt, bytes.length);
  }

  /** Etsy takes no SVG; we do, since the drawings of the demo assortment are. */
  private static boolean isPicture(byte[] bytes) {
    return starts(bytes, 0x89, 'P', 'N', 'G')
        || starts(bytes, 0xFF, 0xD8, 0xFF)
        || starts(bytes, 'G', 'I', 'F', '8')
        || starts(bytes, '<', 's', 'v', 'g');
  }

  private static boolean starts(byte[] bytes, int... beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  private Response delete(Call call) {
    Listing listing = listings.of(call);
    long id = call.id("listing_image_id");
    List<Image> left = listing.images().stream().filter(one -> one.imageId() != id).toList();
    if (left.size() == listing.images().size()) {
      throw Problem.NOT_FOUND.say("Could not find the image");
    }
    if (left.isEmpty() && listing.state().equals(Listing.ACTIVE)) {
      throw Problem.INVALID.say("an active listing keeps one image");
    }
    listings.put(listing.withImages(left, listings.now()));
    return Response.empty(204);
  }

  private Response list(Call call) {
    return Call.all(listings.of(call).showImages());
  }
}
