package kontor.connector.repricing.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import kontor.connector.channel.Account;
import kontor.connector.repricing.FieldException;
import kontor.connector.repricing.Floors;
import kontor.connector.repricing.Percentage;
import kontor.connector.repricing.RuleBooks;
import kontor.connector.repricing.Terms;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a sale on an account costs besides the goods, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/repricing/{channel}/{account}/terms")
class TermsResource {

  private final RuleBooks rules;
  private final Floors floors;
  private final KnownAccounts accounts;

  TermsResource(RuleBooks rules, Floors floors, KnownAccounts accounts) {
    this.rules = rules;
    this.floors = floors;
    this.accounts = accounts;
  }

  /** As {@link Terms} has it; what is left out is nothing, a fee is learned from settlements. */
  record Request(
      @Nullable Percentage fee,
      @Nullable Money fixedFee,
      @Nullable Money leastFee,
      @Nullable Money shipping,
      @Nullable Percentage returnRate,
      @Nullable Money returnCost,
      @Nullable Percentage marginPercent,
      @Nullable Money marginAmount) {}

  /**
   * @param feeInUse the fee that is set or was learned; absent: nobody knows, and no price is made
   */
  record Answer(Terms terms, @Nullable Percentage feeInUse) {}

  @GetMapping
  Answer terms(@PathVariable ChannelId channel, @PathVariable String account) {
    Account known = accounts.find(channel, account);
    Terms terms = rules.of(known).terms();
    return new Answer(terms, floors.fee(known, terms).orElse(null));
  }

  /** Replaces all of them; 400 names the field. */
  @PutMapping
  Answer set(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @RequestBody Request body,
      HttpServletRequest request) {
    Account known = accounts.find(channel, account);
    try {
      rules.agree(known, terms(body), RequestOrigin.of(request));
    } catch (FieldException e) {
      throw BadRequestException.field(e.field(), String.valueOf(e.getMessage()));
    }
    return terms(channel, account);
  }

  private static Terms terms(Request body) {
    Terms none = Terms.NONE;
    return new Terms(
        body.fee(),
        Objects.requireNonNullElse(body.fixedFee(), none.fixedFee()),
        Objects.requireNonNullElse(body.leastFee(), none.leastFee()),
        Objects.requireNonNullElse(body.shipping(), none.shipping()),
        Objects.requireNonNullElse(body.returnRate(), none.returnRate()),
        Objects.requireNonNullElse(body.returnCost(), none.returnCost()),
        Objects.requireNonNullElse(body.marginPercent(), none.marginPercent()),
        Objects.requireNonNullElse(body.marginAmount(), none.marginAmount()));
  }
}
