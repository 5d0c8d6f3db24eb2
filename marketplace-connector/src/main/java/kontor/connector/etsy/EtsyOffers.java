package kontor.connector.etsy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Published;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings offers to Etsy: a draft, its inventory, its pictures, and then on sale. */
final class EtsyOffers {

  private static final int MOST_PICTURES = 10;

  private final EtsyClient client;
  private final EtsyDocuments documents;
  private final EtsyInventory inventories;
  private final EtsyListings listings;
  private final String shop;
  private final EtsyPictures pictures;

  EtsyOffers(Account account, EtsyClient client, EtsyListings listings, String pictureUrl) {
    this.client = client;
    this.documents = new EtsyDocuments(account, client);
    this.inventories = new EtsyInventory(client.json());
    this.listings = listings;
    this.shop = "/shops/" + account.setting(EtsyFields.SHOP);
    this.pictures = new EtsyPictures(pictureUrl);
  }

  /** What came in between shows in the listing: whatever was done before is done once more. */
  Published publish(Offer offer) {
    List<byte[]> files = files(offer);
    try {
      String id = listings.find(offer).orElseGet(() -> create(offer));
      JsonNode listing = listing(id);
      JsonNode inventory = client.get("/listings/" + id + "/inventory");
      Figures figures = new Figures(offer.sku(), offer.price(), offer.quantity());
      Standing before = new Standing(id, listing.path("state").asString(""), inventory);
      listings.holds(id, offer);
      bring(before, figures, () -> dress(id, offer, files));
      return Published.live(id, id);
    } catch (ChannelException e) {
      if (e.kind() == Kind.UNKNOWN_OUTCOME || e.kind() == Kind.RETRY) {
        listings.doubt();
      }
      throw e;
    }
  }

  /** A listing that somebody deleted is made anew the next time. */
  private JsonNode listing(String id) {
    return client
        .find("/listings/" + id)
        .orElseThrow(
            () -> {
              listings.gone(id);
              return new ChannelException(
                  Kind.RETRY, "the listing " + id + " is gone", Duration.ofSeconds(1), null);
            });
  }

  /** Read before anything is made there: an offer without pictures leaves nothing behind. */
  private List<byte[]> files(Offer offer) {
    if (offer.images().isEmpty()) {
      throw EtsyInventory.refused("Etsy wants a picture");
    }
    return offer.images().stream().limit(MOST_PICTURES).map(pictures::read).toList();
  }

  /** Texts, and pictures by rank in place of what was there; one beyond ours stays. */
  private void dress(String id, Offer offer, List<byte[]> files) {
    client.form("PATCH", shop + "/listings/" + id, documents.texts(offer));
    for (int i = 0; i < files.size(); i++) {
      Multipart form = new Multipart().field("rank", Integer.toString(i + 1));
      client.upload(
          shop + "/listings/" + id + "/images",
          form.field("overwrite", "true").file("image", files.get(i)));
    }
  }

  private String create(Offer offer) {
    return client
        .form("POST", shop + "/listings", documents.draft(offer))
        .path("listing_id")
        .asString();
  }

  /** What an article is to show. */
  record Figures(Sku sku, Money price, Quantity quantity) {}

  /** A listing as it stands there. */
  record Standing(String id, String state, JsonNode inventory) {}

  /** Brings figures to a listing that is there; returns how it stands afterwards. */
  Standing bring(Standing before, Figures figures) {
    return bring(before, figures, () -> {});
  }

  /**
   * Sold out takes the listing off sale, since Etsy takes no inventory without a unit; the number
   * of the listing stays.
   *
   * @param beforeSale what has to be done before it goes on sale
   */
  private Standing bring(Standing before, Figures figures, Runnable beforeSale) {
    boolean onSale = before.state().equals("active");
    ObjectNode wanted =
        inventories.with(
            before.inventory(), figures.sku(), figures.price(), figures.quantity(), !onSale);
    if (EtsyInventory.units(wanted) == 0) {
      beforeSale.run();
      return new Standing(before.id(), end(before), before.inventory());
    }
    JsonNode now = client.put("/listings/" + before.id() + "/inventory", wanted);
    beforeSale.run();
    String state = onSale ? before.state() : state(before.id(), "active");
    return new Standing(before.id(), state, now);
  }

  /**
   * Takes a listing off sale; it keeps its number. What is gone is off sale.
   *
   * @throws ChannelException of kind {@code REFUSED} when it sells other articles as well
   */
  void end(Sku sku, String id) {
    if (listings.holdsOthers(id, sku)) {
      throw EtsyInventory.refused("the listing " + id + " sells other articles too: pause it");
    }
    client
        .find("/listings/" + id)
        .map(listing -> listing.path("state").asString(""))
        .filter(state -> state.equals("active") || state.equals("sold_out"))
        .ifPresent(
            state -> {
              String unused = state(id, "inactive");
            });
  }

  private String end(Standing listing) {
    boolean buyable = listing.state().equals("active");
    return buyable ? state(listing.id(), "inactive") : listing.state();
  }

  private String state(String id, String wanted) {
    return client
        .form("PATCH", shop + "/listings/" + id, Map.of("state", wanted))
        .path("state")
        .asString("");
  }
}
