package kontor.connector.content.adapter;

import java.util.List;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.content.GapReport;
import kontor.connector.content.GapReport.Group;
import kontor.connector.content.GapReport.Item;
import kontor.connector.content.GapReports;
import kontor.contracts.ChannelId;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which articles cannot go to a marketplace, before anything is sent, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/gaps")
class GapResource {

  private final AccountChannels channels;
  private final GapReports reports;

  GapResource(AccountChannels channels, GapReports reports) {
    this.channels = channels;
    this.reports = reports;
  }

  /**
   * @param summary all of it in a sentence
   * @param articles how many were looked at
   * @param blocked how many cannot go there
   * @param groups articles that lack the same, the largest first
   * @param items articles with what they lack, by SKU
   * @param next the cursor of the next page; absent on the last
   */
  record Answer(
      String summary,
      int articles,
      int blocked,
      List<Group> groups,
      List<Item> items,
      @Nullable String next) {}

  /**
   * Looks at all articles.
   *
   * @param field only articles that lack this one
   */
  @GetMapping("/{channel}/{account}")
  Answer gaps(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestParam(required = false) @Nullable String field,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    GapReport report = report(channels.channel(channel, account));
    List<Item> after =
        report.items().stream()
            .filter(item -> field == null || lacks(item, field))
            .filter(item -> item.sku().value().compareTo(cursor) > 0)
            .limit(limit + 1L)
            .toList();
    boolean more = after.size() > limit;
    List<Item> items = more ? after.subList(0, limit) : after;
    return new Answer(
        report.sentence(),
        report.articles(),
        report.items().size(),
        report.groups(),
        items,
        more ? items.get(limit - 1).sku().value() : null);
  }

  private GapReport report(MarketplaceChannel channel) {
    try {
      return reports.of(channel);
    } catch (ChannelException e) {
      throw AccountChannels.unanswered(channel, e);
    }
  }

  private static boolean lacks(Item item, String field) {
    return item.gaps().stream().anyMatch(gap -> gap.field().equals(field));
  }
}
