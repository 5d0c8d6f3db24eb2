package kontor.connector.channel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.Sku;

/**
 * A marketplace where several sellers offer the same article, and that says at which price. New
 * goods only.
 */
public interface CompetitorOffers {

  /** How many articles one call can ask for. */
  int mostCompared();

  /** Whether a call could be made now, within the marketplace's limit. */
  boolean mayCompare();

  /**
   * Who else sells these articles. One that the marketplace says nothing of, as it knows no listing
   * of ours, is left out.
   *
   * @param skus at most {@link #mostCompared()}
   */
  List<Competition> competition(Collection<Sku> skus);

  /**
   * The offers for one article.
   *
   * @param offers those that the marketplace shows, the cheapest first, ours among them
   * @param count how many there are, which may be more than are shown
   * @param seenAt when it was asked
   */
  record Competition(Sku sku, List<CompetitorOffer> offers, int count, Instant seenAt) {

    public Competition {
      offers = List.copyOf(offers);
    }

    /** What buyers get who choose no seller; none where no offer is good enough for that. */
    public Optional<CompetitorOffer> featured() {
      return offers.stream().filter(CompetitorOffer::featured).findFirst();
    }

    public Optional<CompetitorOffer> ours() {
      return offers.stream().filter(CompetitorOffer::ours).findFirst();
    }

    /** The cheapest one of somebody else. */
    public Optional<CompetitorOffer> lowest() {
      return offers.stream().filter(offer -> !offer.ours()).findFirst();
    }
  }

  /**
   * @param seller the marketplace's name of the seller
   * @param price of the article, VAT included
   * @param shipping what the buyer pays for it, VAT included
   * @param featured whether buyers get this one who choose no seller
   */
  record CompetitorOffer(
      String seller, boolean ours, Money price, Money shipping, boolean featured) {

    /** What the buyer pays in all. */
    public Money landed() {
      return price.plus(shipping);
    }
  }
}
