package kontor.connector.repricing.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import kontor.connector.channel.Account;
import kontor.connector.repricing.ChangeCap;
import kontor.connector.repricing.FieldException;
import kontor.connector.repricing.Percentage;
import kontor.connector.repricing.PriceWindow;
import kontor.connector.repricing.RepricingRule;
import kontor.connector.repricing.RuleBooks;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An account's repricing rules, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/repricing/{channel}/{account}/rules")
class RuleResource {

  private static final ChangeCap USUAL =
      new ChangeCap(12, new Percentage(500), Money.of("0.01", "EUR"), 60);

  private final RuleBooks rules;
  private final KnownAccounts accounts;

  RuleResource(RuleBooks rules, KnownAccounts accounts) {
    this.rules = rules;
    this.accounts = accounts;
  }

  /** A rule as {@link RepricingRule} has it; what is left out is as usual. */
  record Request(
      @Nullable Sku sku,
      @Nullable String category,
      RepricingRule.@Nullable Strategy strategy,
      RepricingRule.@Nullable Target target,
      @Nullable Money by,
      @Nullable Percentage byPercent,
      @Nullable Money min,
      @Nullable Money max,
      @Nullable List<Window> windows,
      @Nullable Money otherwise,
      RepricingRule.@Nullable Mode mode,
      @Nullable Cap cap) {}

  /**
   * @param days such as {@code MONDAY}; none: every day
   */
  record Window(
      @Nullable List<DayOfWeek> days,
      @Nullable LocalTime from,
      @Nullable LocalTime until,
      @Nullable Money price) {}

  /** What is left out is 12 changes, 5 % (a schedule: 100 %), 0.01 EUR, 60 minutes (none). */
  record Cap(
      @Nullable Integer changesPerDay,
      @Nullable Percentage percentPerChange,
      @Nullable Money leastStep,
      @Nullable Integer turnMinutes) {}

  /** By id. */
  @GetMapping
  List<RepricingRule> rules(@PathVariable ChannelId channel, @PathVariable String account) {
    return rules.of(accounts.find(channel, account)).all();
  }

  /** Sets a rule or replaces the one with this id; 400 names the field. */
  @PutMapping("/{id}")
  RepricingRule set(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @PathVariable String id,
      @RequestBody Request body,
      HttpServletRequest request) {
    Account known = accounts.find(channel, account);
    try {
      RepricingRule rule = rule(id, body);
      rules.set(known, rule, RequestOrigin.of(request));
      return rule;
    } catch (FieldException e) {
      throw BadRequestException.field(e.field(), String.valueOf(e.getMessage()));
    }
  }

  /** Prices that only this rule was for go back to the shop's. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @PathVariable String id,
      HttpServletRequest request) {
    rules.remove(accounts.find(channel, account), id, RequestOrigin.of(request));
  }

  private static RepricingRule rule(String id, Request body) {
    RepricingRule.Strategy strategy = required("strategy", body.strategy());
    return new RepricingRule(
        id,
        body.sku(),
        body.category(),
        strategy,
        body.target(),
        body.by(),
        body.byPercent(),
        body.min(),
        body.max(),
        Objects.requireNonNullElse(body.windows(), List.<Window>of()).stream()
            .map(RuleResource::window)
            .toList(),
        body.otherwise(),
        required("mode", body.mode()),
        cap(body.cap(), strategy == RepricingRule.Strategy.SCHEDULE));
  }

  private static PriceWindow window(Window window) {
    return new PriceWindow(
        Objects.requireNonNullElse(window.days(), List.of()),
        required("windows.from", window.from()),
        required("windows.until", window.until()),
        required("windows.price", window.price()));
  }

  private static ChangeCap cap(@Nullable Cap given, boolean schedule) {
    Cap cap = given == null ? new Cap(null, null, null, null) : given;
    return new ChangeCap(
        Objects.requireNonNullElse(cap.changesPerDay(), USUAL.changesPerDay()),
        Objects.requireNonNullElse(
            cap.percentPerChange(), schedule ? Percentage.ALL : USUAL.percentPerChange()),
        Objects.requireNonNullElse(cap.leastStep(), USUAL.leastStep()),
        Objects.requireNonNullElse(cap.turnMinutes(), schedule ? 0 : USUAL.turnMinutes()));
  }

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw BadRequestException.field(field, "is missing");
    }
    return value;
  }
}
