package kontor.connector.content.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.content.Articles;
import kontor.connector.content.CategoryMapping;
import kontor.connector.content.ChannelContent;
import kontor.connector.content.ContentCheck;
import kontor.connector.content.Contents;
import kontor.connector.content.Subject;
import kontor.contracts.ChannelId;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Titles, texts, pictures and attributes for one marketplace, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/content/{channel}/{account}")
class ContentResource {

  private final AccountChannels channels;
  private final Contents contents;
  private final Articles articles;

  ContentResource(AccountChannels channels, Contents contents, Articles articles) {
    this.channels = channels;
    this.contents = contents;
    this.articles = articles;
  }

  /**
   * @param sku the article that it is about, or
   * @param product the product, for all its forms
   */
  record ContentRequest(
      @Nullable Sku sku,
      @Nullable ProductId product,
      @Nullable String title,
      @Nullable String description,
      @Nullable List<String> images,
      @Nullable Map<String, List<String>> attributes) {

    ChannelContent content() {
      return new ChannelContent(
          title,
          description,
          Stream.ofNullable(images)
              .flatMap(List::stream)
              .map(image -> Objects.requireNonNullElse(image, ""))
              .toList(),
          Objects.requireNonNullElse(attributes, Map.of()));
    }
  }

  /** What is written; empty if nothing is. */
  @GetMapping
  ChannelContent content(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestParam(required = false) @Nullable Sku sku,
      @RequestParam(required = false) @Nullable ProductId product) {
    return contents.newest(channels.account(channel, account)).content(subject(sku, product));
  }

  /** Writes it, in place of what was written before. 400 names what the marketplace refuses. */
  @PutMapping
  ChannelContent write(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestBody ContentRequest body,
      HttpServletRequest request) {
    Subject subject = subject(body.sku(), body.product());
    ChannelContent content = body.content();
    AccountChannels.refuse(ContentCheck.formal(content));
    MarketplaceChannel open = channels.channel(channel, account);
    List<String> categories =
        articles
            .categories(subject)
            .orElseThrow(
                () -> BadRequestException.notFound("no " + subject.kind() + " " + subject.id()));
    Optional<CategoryMapping> mapping = contents.newest(open.account()).mapping(categories);
    channels
        .type(open, mapping.map(CategoryMapping::channelCategory), "category")
        .ifPresent(
            type -> AccountChannels.refuse(ContentCheck.against(open.title(), type, content)));
    contents.change(
        open.account(), RequestOrigin.of(request), book -> book.write(subject, content));
    return content;
  }

  /** It is said there what is said everywhere. */
  @DeleteMapping
  ChannelContent clear(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestParam(required = false) @Nullable Sku sku,
      @RequestParam(required = false) @Nullable ProductId product,
      HttpServletRequest request) {
    Subject subject = subject(sku, product);
    contents.change(
        channels.account(channel, account),
        RequestOrigin.of(request),
        book -> book.write(subject, ChannelContent.NONE));
    return ChannelContent.NONE;
  }

  private static Subject subject(@Nullable Sku sku, @Nullable ProductId product) {
    if (sku != null && product == null) {
      return Subject.of(sku);
    }
    if (product != null && sku == null) {
      return Subject.of(product);
    }
    throw BadRequestException.field("sku", "give either a sku or a product");
  }
}
