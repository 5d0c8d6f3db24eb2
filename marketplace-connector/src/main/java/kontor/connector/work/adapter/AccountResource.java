package kontor.connector.work.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.connector.account.Accounts;
import kontor.connector.account.Connections;
import kontor.connector.account.Connections.FieldException;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountField;
import kontor.connector.channel.Secrets;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.eventstore.Origin;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Our accounts at marketplaces, for the manager: connect, renew the secrets, pause, resume. */
@RestController
@RequestMapping("/api/admin/marketplaces")
class AccountResource {

  private static final int LONGEST_NAME = 40;

  private final Accounts accounts;
  private final Connections connections;
  private final AccountAnswers answers;

  AccountResource(Accounts accounts, Connections connections, AccountAnswers answers) {
    this.accounts = accounts;
    this.connections = connections;
    this.answers = answers;
  }

  /** A marketplace that accounts can be connected to, and what they have to be told. */
  record Kind(String marketplace, List<Field> fields) {}

  /**
   * @param secret never shown again
   * @param byDefault what holds when nothing is given; absent: required
   */
  record Field(String name, String meaning, boolean secret, @Nullable String byDefault) {}

  /**
   * @param settings by the names of the fields that are not secret
   * @param secrets by the names of those that are; one that is left out stays as it is
   */
  record ConnectRequest(
      @Nullable String marketplace,
      @Nullable CountryCode country,
      @Nullable Map<String, String> settings,
      @Nullable Map<String, String> secrets) {}

  @GetMapping
  List<AccountAnswer> accounts() {
    return accounts.all().stream().map(answers::of).toList();
  }

  @GetMapping("/kinds")
  List<Kind> kinds() {
    return connections.marketplaces().stream()
        .map(
            marketplace ->
                new Kind(
                    marketplace.name(),
                    marketplace.fields().stream().map(AccountResource::field).toList()))
        .toList();
  }

  @GetMapping("/accounts/{channel}/{name}")
  AccountAnswer account(@PathVariable ChannelId channel, @PathVariable String name) {
    return accounts
        .find(channel, name)
        .map(answers::of)
        .orElseThrow(() -> BadRequestException.notFound("no account " + channel + "/" + name));
  }

  /**
   * Connects an account, changes its settings or renews its secrets. Work for it begins within
   * seconds. 400 names the field that is missing or not known.
   */
  @PutMapping("/accounts/{channel}/{name}")
  AccountAnswer connect(
      @PathVariable ChannelId channel,
      @PathVariable String name,
      @RequestBody ConnectRequest body,
      HttpServletRequest request) {
    if (!name.matches("[a-z0-9-]{1," + LONGEST_NAME + "}")) {
      throw BadRequestException.field(
          "name", "must be 1 to " + LONGEST_NAME + " lower-case letters, digits or hyphens");
    }
    if (body.marketplace() == null) {
      throw BadRequestException.field("marketplace", "is missing");
    }
    if (body.country() == null) {
      throw BadRequestException.field("country", "is missing");
    }
    Account account =
        new Account(
            body.marketplace(),
            channel,
            name,
            body.country(),
            Objects.requireNonNullElse(body.settings(), Map.of()));
    Secrets secrets = new Secrets(Objects.requireNonNullElse(body.secrets(), Map.of()));
    try {
      connections.connect(account, secrets, RequestOrigin.of(request));
    } catch (FieldException e) {
      throw BadRequestException.field(e.field(), String.valueOf(e.getMessage()));
    }
    return account(channel, name);
  }

  /** Nothing is sent or read any more. What changes meanwhile is made up for at the resumption. */
  @PostMapping("/accounts/{channel}/{name}/pause")
  AccountAnswer pause(
      @PathVariable ChannelId channel, @PathVariable String name, HttpServletRequest request) {
    Origin origin = RequestOrigin.of(request);
    boolean known = accounts.pause(channel, name, origin);
    return known ? account(channel, name) : missing(channel, name);
  }

  @PostMapping("/accounts/{channel}/{name}/resume")
  AccountAnswer resume(
      @PathVariable ChannelId channel, @PathVariable String name, HttpServletRequest request) {
    Origin origin = RequestOrigin.of(request);
    boolean known = accounts.resume(channel, name, origin);
    return known ? account(channel, name) : missing(channel, name);
  }

  private static AccountAnswer missing(ChannelId channel, String name) {
    throw BadRequestException.notFound("no account " + channel + "/" + name);
  }

  private static Field field(AccountField field) {
    return new Field(field.name(), field.meaning(), field.secret(), field.byDefault().orElse(null));
  }
}
