package kontor.connector.repricing.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import kontor.connector.channel.Account;
import kontor.connector.repricing.ChannelPrice;
import kontor.connector.repricing.Floors;
import kontor.connector.repricing.PriceBook;
import kontor.connector.repricing.PriceKey;
import kontor.connector.repricing.RuleBooks;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;
import kontor.contracts.price.ChannelPriceEvent;
import kontor.contracts.price.ChannelPriceEvent.ChannelPriceChanged;
import kontor.contracts.price.ChannelPriceEvent.ProposalState;
import kontor.eventstore.kafka.StateView;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What rules propose, for the manager: the last proposal of each article on each account. */
@RestController
@RequestMapping("/api/admin/marketplaces/repricing/proposals")
class ProposalResource {

  private final StateView<ChannelPriceEvent> view;
  private final PriceBook prices;
  private final Floors floors;
  private final RuleBooks rules;
  private final KnownAccounts accounts;

  ProposalResource(
      StateView<ChannelPriceEvent> view,
      PriceBook prices,
      Floors floors,
      RuleBooks rules,
      KnownAccounts accounts) {
    this.view = view;
    this.prices = prices;
    this.floors = floors;
    this.rules = rules;
    this.accounts = accounts;
  }

  /**
   * @param next where to go on; absent on the last page
   */
  record Page(List<ChannelPriceChanged> items, @Nullable String next) {}

  /** Which proposal is meant. */
  record Choice(
      @Nullable ChannelId channel,
      @Nullable String account,
      @Nullable Sku sku,
      @Nullable Integer number) {}

  /** By channel, account and SKU; each parameter narrows them down. */
  @GetMapping
  Page proposals(
      @RequestParam(required = false) @Nullable ProposalState state,
      @RequestParam(required = false) @Nullable ChannelId channel,
      @RequestParam(required = false) @Nullable Sku sku,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    List<ChannelPriceChanged> after =
        view.all().stream()
            .map(ChannelPriceChanged.class::cast)
            .filter(one -> in(one, state))
            .filter(one -> channel == null || one.channel().equals(channel))
            .filter(one -> sku == null || one.sku().equals(sku))
            .filter(one -> key(one).compareTo(cursor) > 0)
            .sorted(Comparator.comparing(ProposalResource::key))
            .limit(limit + 1L)
            .toList();
    boolean more = after.size() > limit;
    List<ChannelPriceChanged> items = more ? after.subList(0, limit) : after;
    return new Page(items, more ? key(items.get(limit - 1)) : null);
  }

  /** It becomes the price, unless it lies below the floor by now. 409 says why it cannot be. */
  @PostMapping("/approve")
  ChannelPriceChanged approve(@RequestBody Choice choice, HttpServletRequest request) {
    Account account = account(choice);
    Sku sku = RuleResource.required("sku", choice.sku());
    int number = RuleResource.required("number", choice.number());
    return decided(
        key ->
            prices.approve(
                key,
                number,
                floors.of(account, sku, rules.of(account).terms()),
                RequestOrigin.of(request)),
        PriceKey.of(account, sku));
  }

  /** It is not made again for a day, unless at another price. */
  @PostMapping("/reject")
  ChannelPriceChanged reject(@RequestBody Choice choice, HttpServletRequest request) {
    PriceKey key = PriceKey.of(account(choice), RuleResource.required("sku", choice.sku()));
    int number = RuleResource.required("number", choice.number());
    return decided(one -> prices.reject(one, number, RequestOrigin.of(request)), key);
  }

  private Account account(Choice choice) {
    return accounts.find(
        RuleResource.required("channel", choice.channel()),
        RuleResource.required("account", choice.account()));
  }

  private static ChannelPriceChanged decided(Function<PriceKey, ChannelPrice> how, PriceKey key) {
    try {
      return how.apply(key).published();
    } catch (IllegalStateException e) {
      throw BadRequestException.conflict(String.valueOf(e.getMessage()));
    }
  }

  private static boolean in(ChannelPriceChanged price, @Nullable ProposalState state) {
    return price.proposal() != null && (state == null || price.proposal().state() == state);
  }

  private static String key(ChannelPriceChanged price) {
    return price.channel() + "/" + price.account() + "/" + price.sku();
  }
}
