package kontor.connector.settlement.adapter;

import java.util.List;
import kontor.connector.account.Accounts;
import kontor.connector.settlement.SettlementViews;
import kontor.connector.worklist.WorkItem;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;
import kontor.contracts.ChannelId;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the marketplaces have paid out, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/settlements")
class SettlementResource {

  private final SettlementViews settlements;
  private final Accounts accounts;
  private final WorkList work;

  SettlementResource(SettlementViews settlements, Accounts accounts, WorkList work) {
    this.settlements = settlements;
    this.accounts = accounts;
    this.work = work;
  }

  /**
   * @param leftovers what of it needs a person, as the work list has it
   */
  record Item(PayoutReported payout, List<WorkItem> leftovers) {}

  /**
   * @param next where to go on; absent on the last page
   */
  record Page(List<Item> items, @Nullable String next) {}

  /** The settlement with the latest end first; each parameter narrows them down. */
  @GetMapping
  Page settlements(
      @RequestParam(required = false) @Nullable ChannelId channel,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    SettlementViews.Page page = settlements.page(channel, account, cursor, limit);
    List<WorkItem> open =
        accounts.all().stream()
            .flatMap(one -> work.of(one.account()).stream())
            .filter(item -> item.kind() == Kind.SETTLEMENT)
            .toList();
    return new Page(page.items().stream().map(one -> item(one, open)).toList(), page.next());
  }

  private static Item item(PayoutReported payout, List<WorkItem> open) {
    String account = payout.channel() + "/" + payout.account();
    return new Item(
        payout,
        open.stream()
            .filter(item -> item.account().equals(account))
            .filter(item -> item.subject().startsWith(payout.settlement() + " "))
            .toList());
  }
}
