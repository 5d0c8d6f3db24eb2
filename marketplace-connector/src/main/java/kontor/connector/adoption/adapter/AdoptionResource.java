package kontor.connector.adoption.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kontor.connector.account.Accounts;
import kontor.connector.account.OpenChannels;
import kontor.connector.adoption.Adoption;
import kontor.connector.adoption.Adoption.Choice;
import kontor.connector.adoption.Adoption.RefusedException;
import kontor.connector.adoption.Candidate;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ReportedListing;
import kontor.contracts.ChannelId;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Listings that were made without us, for the manager to take over. */
@RestController
@RequestMapping("/api/admin/marketplaces/adoption/{channel}/{account}")
class AdoptionResource {

  private final Accounts accounts;
  private final OpenChannels open;
  private final Adoption adoption;

  AdoptionResource(Accounts accounts, OpenChannels open, Adoption adoption) {
    this.accounts = accounts;
    this.open = open;
    this.adoption = adoption;
  }

  /**
   * A listing there.
   *
   * @param there its SKU there
   * @param sku our article; absent when it is not known
   */
  record Item(
      Sku there,
      String offerId,
      @Nullable String listingId,
      ReportedListing.State state,
      String title,
      @Nullable Gtin gtin,
      @Nullable Money price,
      @Nullable Quantity quantity,
      Candidate.Verdict verdict,
      @Nullable Sku sku,
      String reason) {

    static Item of(Candidate one) {
      ReportedListing there = one.there();
      return new Item(
          there.sku(),
          there.offerId(),
          there.listingId().orElse(null),
          there.state(),
          there.title(),
          there.gtin().orElse(null),
          there.price().orElse(null),
          there.quantity().orElse(null),
          one.verdict(),
          one.sku(),
          one.reason());
    }
  }

  /**
   * @param matched how many can be adopted as they are
   * @param next the cursor of the next page; absent on the last
   */
  record Page(int matched, int conflicts, int unknown, List<Item> items, @Nullable String next) {}

  /**
   * @param there its SKU there
   * @param sku the article that it is; left out: the one that was found
   */
  record Chosen(@Nullable Sku there, @Nullable Sku sku) {}

  /**
   * @param listings those to adopt; left out: all that are matched
   */
  record AdoptRequest(@Nullable List<Chosen> listings) {}

  /** Asks the marketplace for all that stands there; may take a while. */
  @GetMapping
  Page candidates(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestParam(required = false) Candidate.@Nullable Verdict verdict,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "0") int cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    if (cursor < 0) {
      throw BadRequestException.field("cursor", "must be one that was given out");
    }
    List<Candidate> all = asked(channel, account, adoption::candidates);
    List<Item> items =
        all.stream()
            .filter(one -> verdict == null || one.verdict() == verdict)
            .skip(cursor)
            .limit(limit + 1L)
            .map(Item::of)
            .toList();
    boolean more = items.size() > limit;
    return new Page(
        count(all, Candidate.Verdict.MATCHED),
        count(all, Candidate.Verdict.CONFLICT),
        count(all, Candidate.Verdict.UNKNOWN),
        more ? items.subList(0, limit) : items,
        more ? Integer.toString(cursor + limit) : null);
  }

  /**
   * Takes listings over: from now on they are kept like those that we made. 409 says why one cannot
   * be adopted; then none is.
   */
  @PostMapping
  List<Item> adopt(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestBody AdoptRequest body,
      HttpServletRequest request) {
    Optional<List<Choice>> choices =
        Optional.ofNullable(body.listings())
            .map(all -> all.stream().map(AdoptionResource::choice).toList());
    return asked(
            channel, account, asked -> adoption.adopt(asked, choices, RequestOrigin.of(request)))
        .stream()
        .map(Item::of)
        .toList();
  }

  private List<Candidate> asked(
      ChannelId channel, String name, Function<MarketplaceChannel, List<Candidate>> question) {
    Account account =
        accounts
            .find(channel, name)
            .orElseThrow(() -> BadRequestException.notFound("no account " + channel + "/" + name))
            .account();
    MarketplaceChannel asked =
        open.find(account)
            .orElseThrow(
                () ->
                    BadRequestException.conflict(
                        account.key() + " is locked out: its consent has to be renewed"));
    try {
      return question.apply(asked);
    } catch (RefusedException e) {
      throw BadRequestException.conflict(String.valueOf(e.getMessage()));
    } catch (ChannelException e) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, asked.title() + " does not answer: " + e.getMessage(), e);
    }
  }

  private static int count(List<Candidate> all, Candidate.Verdict verdict) {
    return (int) all.stream().filter(one -> one.verdict() == verdict).count();
  }

  private static Choice choice(@Nullable Chosen chosen) {
    Sku there = chosen == null ? null : chosen.there();
    if (chosen == null || there == null) {
      throw BadRequestException.field("listings.there", "is missing");
    }
    return new Choice(there, Optional.ofNullable(chosen.sku()));
  }
}
