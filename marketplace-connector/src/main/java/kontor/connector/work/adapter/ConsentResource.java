package kontor.connector.work.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import kontor.connector.account.Accounts;
import kontor.connector.account.ConnectedAccount;
import kontor.connector.account.Connections.FieldException;
import kontor.connector.account.Consents;
import kontor.connector.channel.Account;
import kontor.contracts.ChannelId;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A seller's consent, given in the browser on the marketplace's own page. */
@RestController
@RequestMapping("/api/admin/marketplaces/accounts/{channel}/{name}/consent")
class ConsentResource {

  private final Accounts accounts;
  private final Consents consents;
  private final AccountAnswers answers;

  ConsentResource(Accounts accounts, Consents consents, AccountAnswers answers) {
    this.accounts = accounts;
    this.consents = consents;
    this.answers = answers;
  }

  /**
   * @param redirect where the marketplace sends the person back to, as it is registered there
   */
  record BeginRequest(@Nullable URI redirect) {}

  /**
   * @param page where to send the person
   */
  record Begun(URI page) {}

  /** What the marketplace has added to the address to which it sent the person back. */
  record FinishRequest(@Nullable String state, @Nullable String code) {}

  /** 400 names a redirect that is not good, or the channel whose marketplace has no such page. */
  @PostMapping
  Begun begin(
      @PathVariable ChannelId channel, @PathVariable String name, @RequestBody BeginRequest body) {
    URI redirect = body.redirect();
    if (redirect == null) {
      throw BadRequestException.field("redirect", "is missing");
    }
    try {
      return new Begun(consents.begin(account(channel, name), redirect));
    } catch (FieldException e) {
      throw BadRequestException.field(e.field(), String.valueOf(e.getMessage()));
    }
  }

  /** The account works again within seconds. 400 names a state or a code that is not good. */
  @PostMapping("/finish")
  AccountAnswer finish(
      @PathVariable ChannelId channel,
      @PathVariable String name,
      @RequestBody FinishRequest body,
      HttpServletRequest request) {
    String state = body.state();
    String code = body.code();
    if (state == null || code == null) {
      throw BadRequestException.field(state == null ? "state" : "code", "is missing");
    }
    try {
      consents.finish(account(channel, name), state, code, RequestOrigin.of(request));
    } catch (FieldException e) {
      throw BadRequestException.field(e.field(), String.valueOf(e.getMessage()));
    }
    return answers.of(find(channel, name));
  }

  private Account account(ChannelId channel, String name) {
    return find(channel, name).account();
  }

  private ConnectedAccount find(ChannelId channel, String name) {
    return accounts
        .find(channel, name)
        .orElseThrow(() -> BadRequestException.notFound("no account " + channel + "/" + name));
  }
}
