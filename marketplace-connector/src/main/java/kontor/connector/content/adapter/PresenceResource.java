package kontor.connector.content.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import kontor.connector.channel.Endings;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.content.Articles;
import kontor.connector.content.ContentBook;
import kontor.connector.content.ContentEvent;
import kontor.connector.content.Contents;
import kontor.connector.content.Presence;
import kontor.connector.content.Presence.Step;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses listings, ends them and brings them back, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/listings/{channel}/{account}")
class PresenceResource {

  private static final int MOST = 500;

  private final AccountChannels channels;
  private final Contents contents;
  private final Articles articles;

  PresenceResource(AccountChannels channels, Contents contents, Articles articles) {
    this.channels = channels;
    this.contents = contents;
    this.articles = articles;
  }

  /**
   * @param skus at most 500; in the body since a SKU may hold what a path may not
   */
  record Choice(@Nullable List<Sku> skus) {}

  /** What is wanted of an article from now on; its listing follows within seconds. */
  record Chosen(Sku sku, Presence presence) {}

  /** Nobody can buy them there any more; the listings stay. */
  @PostMapping("/pause")
  List<Chosen> pause(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestBody Choice body,
      HttpServletRequest request) {
    return step(channels.channel(channel, account), body, Step.PAUSE, request);
  }

  /** They are offered again as stock allows. 409 where one is ended. */
  @PostMapping("/resume")
  List<Chosen> resume(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestBody Choice body,
      HttpServletRequest request) {
    return step(channels.channel(channel, account), body, Step.RESUME, request);
  }

  /** They are taken off. 409 where the marketplace cannot do that. */
  @PostMapping("/end")
  List<Chosen> end(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestBody Choice body,
      HttpServletRequest request) {
    MarketplaceChannel open = channels.channel(channel, account);
    if (!(open instanceof Endings)) {
      throw BadRequestException.conflict(
          "listings cannot be taken off " + open.title() + ": pause them");
    }
    return step(open, body, Step.END, request);
  }

  /** They come back, under their listing id where the marketplace allows that. */
  @PostMapping("/relist")
  List<Chosen> relist(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestBody Choice body,
      HttpServletRequest request) {
    return step(channels.channel(channel, account), body, Step.RELIST, request);
  }

  /** All of them or none. */
  private List<Chosen> step(
      MarketplaceChannel channel, Choice body, Step step, HttpServletRequest request) {
    Set<Sku> skus = skus(channel, body);
    contents.change(channel.account(), RequestOrigin.of(request), book -> decide(book, skus, step));
    return skus.stream().map(sku -> new Chosen(sku, step.leadsTo())).toList();
  }

  private static List<ContentEvent> decide(ContentBook book, Set<Sku> skus, Step step) {
    List<ContentEvent> events = new ArrayList<>();
    for (Sku sku : skus) {
      book.objection(sku, step)
          .ifPresent(
              why -> {
                throw BadRequestException.conflict(
                    step.name().toLowerCase(Locale.ROOT) + ": '" + sku + "' " + why);
              });
      events.addAll(book.choose(sku, step.leadsTo()));
    }
    return events;
  }

  private Set<Sku> skus(MarketplaceChannel channel, Choice body) {
    List<Sku> skus = body.skus();
    if (skus == null
        || skus.isEmpty()
        || skus.size() > MOST
        || skus.stream().anyMatch(Objects::isNull)) {
      throw BadRequestException.field("skus", "needs 1 to " + MOST + " SKUs");
    }
    for (Sku sku : skus) {
      if (!articles.known(channel, sku)) {
        throw BadRequestException.notFound("no article '" + sku + "'");
      }
    }
    return new LinkedHashSet<>(skus);
  }
}
