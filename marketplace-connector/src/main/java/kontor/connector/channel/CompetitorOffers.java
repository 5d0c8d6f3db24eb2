package kontor.connector.channel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.Sku;

/** A marketplace that shows at what others sell the same article. */
public interface CompetitorOffers {

  List<Competition> competition(Collection<Sku> skus);

  /**
   * Who else sells an article.
   *
   * @param featured whether ours is the one that buyers get by default; empty where nobody's is
   */
  record Competition(
      Sku sku, Optional<Boolean> featured, List<CompetitorOffer> offers, Instant seenAt) {

    public Competition {
      offers = List.copyOf(offers);
    }
  }

  /**
   * @param landed price and shipping, VAT included
   * @param featured whether buyers get this one by default
   */
  record CompetitorOffer(String seller, Money price, Money landed, boolean featured) {}
}
