package kontor.connector.content.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ProductType;
import kontor.connector.content.CategoryMapping;
import kontor.connector.content.ContentCheck;
import kontor.connector.content.Contents;
import kontor.contracts.ChannelId;
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

/** Which category of a marketplace our categories are there, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/content/{channel}/{account}")
class MappingResource {

  private final AccountChannels channels;
  private final Contents contents;

  MappingResource(AccountChannels channels, Contents contents) {
    this.channels = channels;
    this.contents = contents;
  }

  /**
   * @param category ours, {@code Kleidung > Shirts}
   * @param channelCategory the marketplace's
   * @param attributes what is said of all its articles there
   * @param options which of the marketplace's attributes our options are
   */
  record MappingRequest(
      @Nullable String category,
      @Nullable String channelCategory,
      @Nullable Map<String, List<String>> attributes,
      @Nullable Map<String, String> options) {}

  @GetMapping("/mappings")
  List<CategoryMapping> mappings(@PathVariable ChannelId channel, @PathVariable String account) {
    return contents.newest(channels.account(channel, account)).allMappings();
  }

  /**
   * What the marketplace wants of a category.
   *
   * @param category the marketplace's; left out: what articles without a mapping need
   */
  @GetMapping("/types")
  ProductType type(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestParam(required = false) @Nullable String category) {
    MarketplaceChannel open = channels.channel(channel, account);
    return channels
        .type(open, Optional.ofNullable(category), "category")
        .orElseThrow(
            () -> BadRequestException.conflict(open.title() + " does not say what it requires"));
  }

  /** Maps a category, or changes its mapping. 400 names what the marketplace does not know. */
  @PutMapping("/mappings")
  CategoryMapping map(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestBody MappingRequest body,
      HttpServletRequest request) {
    CategoryMapping mapping = mapping(body);
    AccountChannels.refuse(ContentCheck.formal(mapping.attributes()));
    MarketplaceChannel open = channels.channel(channel, account);
    channels
        .type(open, Optional.of(mapping.channelCategory()), "channelCategory")
        .ifPresent(type -> check(open, type, mapping));
    contents.change(open.account(), RequestOrigin.of(request), book -> book.map(mapping));
    return mapping;
  }

  /** The category's articles are listed by the account's own settings again. */
  @DeleteMapping("/mappings")
  List<CategoryMapping> unmap(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestParam String category,
      HttpServletRequest request) {
    return contents
        .change(
            channels.account(channel, account),
            RequestOrigin.of(request),
            book -> {
              if (!book.mappings().containsKey(category)) {
                throw BadRequestException.notFound("no mapping of '" + category + "'");
              }
              return book.unmap(category);
            })
        .allMappings();
  }

  private static CategoryMapping mapping(MappingRequest body) {
    String ours = filled("category", body.category());
    Map<String, String> options = Objects.requireNonNullElse(body.options(), Map.of());
    options.forEach((option, attribute) -> filled("options." + option, attribute));
    return new CategoryMapping(
        String.join(" > ", ours.split("\\s*>\\s*")),
        filled("channelCategory", body.channelCategory()),
        Objects.requireNonNullElse(body.attributes(), Map.of()),
        options);
  }

  private static String filled(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw BadRequestException.field(field, "is missing");
    }
    if (value.length() > 400) {
      throw BadRequestException.field(field, "has more than 400 characters");
    }
    return value.strip();
  }

  private static void check(MarketplaceChannel channel, ProductType type, CategoryMapping mapping) {
    AccountChannels.refuse(ContentCheck.against(channel.title(), type, mapping.attributes()));
    mapping
        .options()
        .forEach(
            (option, attribute) -> {
              if (type.longestOther() == 0 && type.attribute(attribute).isEmpty()) {
                throw BadRequestException.field(
                    "options." + option,
                    channel.title() + " knows no '" + attribute + "' of " + type.title());
              }
            });
  }
}
