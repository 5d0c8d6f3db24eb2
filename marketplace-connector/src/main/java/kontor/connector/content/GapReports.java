package kontor.connector.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.content.GapReport.Item;
import kontor.contracts.Sku;

/** Looks at all articles for what keeps them from a marketplace; nothing is sent. */
public final class GapReports {

  private static final Gap NO_PRICE =
      new Gap(
          "price",
          "price",
          Gap.Kind.MISSING,
          "Price is missing.",
          "Enter a price that holds on this channel.");

  private final Articles articles;

  public GapReports(Articles articles) {
    this.articles = articles;
  }

  /**
   * @throws kontor.connector.channel.ChannelException when the marketplace has to be asked what it
   *     wants and does not answer now
   */
  public GapReport of(MarketplaceChannel channel) {
    Collection<Sku> all = articles.all();
    List<Item> items = new ArrayList<>();
    for (Sku sku : all) {
      List<Gap> gaps =
          articles
              .offer(channel, sku)
              .map(offer -> Gaps.of(channel, offer))
              .orElse(List.of(NO_PRICE));
      items.add(new Item(sku, gaps));
    }
    return new GapReport(channel.title(), all.size(), items);
  }
}
