package kontor.connector.repricing.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.connector.channel.CompetitorOffers.CompetitorOffer;
import kontor.connector.repricing.Floor;
import kontor.connector.repricing.Floors;
import kontor.connector.repricing.Pictures;
import kontor.connector.repricing.Pictures.Noted;
import kontor.connector.repricing.RuleBooks;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What competitors ask for an article, our floor, and why the price is as it is. */
@RestController
@RequestMapping("/api/admin/marketplaces/repricing/{channel}/{account}/competition")
class CompetitionResource {

  private final Pictures pictures;
  private final Floors floors;
  private final RuleBooks rules;
  private final KnownAccounts accounts;

  CompetitionResource(Pictures pictures, Floors floors, RuleBooks rules, KnownAccounts accounts) {
    this.pictures = pictures;
    this.floors = floors;
    this.rules = rules;
    this.accounts = accounts;
  }

  /**
   * @param seenAt absent: nobody has looked yet
   * @param offers the cheapest first, ours among them
   * @param count how many there are, which may be more than are shown
   * @param floor absent: nobody knows it
   * @param floorBasis how the floor came about, or why nobody knows it
   * @param reasons what the rule weighed last; none: no rule is for the article
   * @param reasonsSince when it came to them for the first time
   */
  record Answer(
      @Nullable Instant seenAt,
      List<CompetitorOffer> offers,
      int count,
      @Nullable Money floor,
      String floorBasis,
      List<String> reasons,
      @Nullable Instant reasonsSince) {}

  @GetMapping
  Answer competition(
      @PathVariable ChannelId channel, @PathVariable String account, @RequestParam Sku sku) {
    Account known = accounts.find(channel, account);
    Optional<Competition> seen = Optional.ofNullable(pictures.find(known, List.of(sku)).get(sku));
    Floor floor = floors.of(known, sku, rules.of(known).terms());
    Optional<Noted> noted = pictures.noted(known, sku);
    return new Answer(
        seen.map(Competition::seenAt).orElse(null),
        seen.map(Competition::offers).orElse(List.of()),
        seen.map(Competition::count).orElse(0),
        floor instanceof Floor.Known price ? price.price() : null,
        floor instanceof Floor.Known price ? price.how() : ((Floor.Unknown) floor).why(),
        noted.map(Noted::reasons).orElse(List.of()),
        noted.map(Noted::since).orElse(null));
  }
}
