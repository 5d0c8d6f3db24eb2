package kontor.connector.adoption.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kontor.connector.account.Accounts;
import kontor.connector.account.OpenChannels;
import kontor.connector.adoption.Adoption;
import kontor.connector.adoption.Adoption.Choice;
import kontor.connector.adoption.Adoption.Found;
import kontor.connector.adoption.Adoption.RefusedException;
import kontor.connector.adoption.Candidate;
import kontor.connector.adoption.adapter.CandidatePage.Item;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
   * @param there its SKU there
   * @param sku the article that it is; left out: the one that was found
   */
  record Chosen(@Nullable Sku there, @Nullable Sku sku) {}

  /**
   * @param listings those to adopt; left out: all that are matched
   */
  record AdoptRequest(@Nullable List<Chosen> listings) {}

  /**
   * Asks the marketplace for all that stands there. 202 when it has to be written down there first:
   * {@code Retry-After} says when the same may be asked again.
   */
  @GetMapping
  ResponseEntity<CandidatePage> candidates(
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
    Found found = asked(channel, account, adoption::candidates);
    return found
        .later()
        .map(pause -> ResponseEntity.accepted().header(HttpHeaders.RETRY_AFTER, seconds(pause)))
        .orElseGet(ResponseEntity::ok)
        .body(CandidatePage.of(found, verdict, cursor, limit));
  }

  private static String seconds(Duration pause) {
    return Long.toString(Math.max(1, pause.plusMillis(999).toSeconds()));
  }

  /**
   * Takes listings over: from now on they are kept like those that we made. All that are matched
   * are a thousand at a time; the same again takes the next, until there are none. 409 says why one
   * cannot be adopted; then none is.
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
    if (choices.filter(all -> all.size() > Adoption.MOST_AT_ONCE).isPresent()) {
      throw BadRequestException.field("listings", "must be " + Adoption.MOST_AT_ONCE + " at most");
    }
    return asked(
            channel, account, asked -> adoption.adopt(asked, choices, RequestOrigin.of(request)))
        .stream()
        .map(Item::of)
        .toList();
  }

  private <T> T asked(ChannelId channel, String name, Function<MarketplaceChannel, T> question) {
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

  private static Choice choice(@Nullable Chosen chosen) {
    Sku there = chosen == null ? null : chosen.there();
    if (chosen == null || there == null) {
      throw BadRequestException.field("listings.there", "is missing");
    }
    return new Choice(there, Optional.ofNullable(chosen.sku()));
  }
}
