package kontor.connector.worklist.adapter;

import java.time.Instant;
import java.util.List;
import kontor.connector.account.Accounts;
import kontor.connector.worklist.WorkItem;
import kontor.connector.worklist.WorkList;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What could not be done at the marketplaces, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/work")
class WorkListResource {

  private final WorkList work;
  private final Accounts accounts;

  WorkListResource(WorkList work, Accounts accounts) {
    this.work = work;
    this.accounts = accounts;
  }

  /**
   * @param next where to go on; absent on the last page
   */
  record Page(List<Item> items, @Nullable String next) {}

  /**
   * @param id names it for retrying and dismissing
   * @param nextTry absent: only when somebody asks for it
   */
  record Item(
      String id,
      String account,
      WorkItem.Kind kind,
      String subject,
      String reason,
      Instant since,
      int tries,
      @Nullable Instant nextTry) {

    static Item of(WorkItem item) {
      return new Item(
          item.id(),
          item.account(),
          item.kind(),
          item.subject(),
          item.reason(),
          item.since(),
          item.tries(),
          item.nextTry().orElse(null));
    }
  }

  /**
   * @param id as an item has it
   */
  record Choice(@Nullable String id) {}

  /** By account, kind and subject. */
  @GetMapping
  Page list(
      @RequestParam(required = false) WorkItem.@Nullable Kind kind,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    List<WorkItem> after =
        accounts.all().stream()
            .flatMap(one -> work.of(one.account()).stream())
            .filter(item -> kind == null || item.kind() == kind)
            .filter(item -> item.id().compareTo(cursor) > 0)
            .limit(limit + 1L)
            .toList();
    boolean more = after.size() > limit;
    List<WorkItem> items = more ? after.subList(0, limit) : after;
    String next = more ? items.get(limit - 1).id() : null;
    return new Page(items.stream().map(Item::of).toList(), next);
  }

  /** Has it tried again at once, as if it were new. */
  @PostMapping("/retry")
  Item retry(@RequestBody Choice choice) {
    return work.retry(id(choice)).map(Item::of).orElseThrow(WorkListResource::missing);
  }

  /** Lets it go for good: nobody will try it again. Answers what was let go. */
  @PostMapping("/dismiss")
  Item dismiss(@RequestBody Choice choice) {
    return work.dismiss(id(choice)).map(Item::of).orElseThrow(WorkListResource::missing);
  }

  private static String id(Choice choice) {
    if (choice.id() == null || choice.id().isBlank()) {
      throw BadRequestException.field("id", "is missing");
    }
    return choice.id();
  }

  private static BadRequestException missing() {
    return BadRequestException.notFound("no such item on the work list");
  }
}
