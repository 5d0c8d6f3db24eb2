package kontor.connector.content.adapter;

import java.util.Map;
import java.util.Optional;
import kontor.connector.account.Accounts;
import kontor.connector.account.OpenChannels;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductTypes;
import kontor.contracts.ChannelId;
import kontor.platform.spring.BadRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds what a request is about, or says in the words of HTTP why there is no such thing. */
@Component
class AccountChannels {

  private final Accounts accounts;
  private final OpenChannels open;

  AccountChannels(Accounts accounts, OpenChannels open) {
    this.accounts = accounts;
    this.open = open;
  }

  /** 404 when there is no such account. */
  Account account(ChannelId channel, String name) {
    return accounts
        .find(channel, name)
        .orElseThrow(() -> BadRequestException.notFound("no account " + channel + "/" + name))
        .account();
  }

  /** 409 when the marketplace does not let us in. */
  MarketplaceChannel channel(ChannelId channel, String name) {
    Account account = account(channel, name);
    return open.find(account)
        .orElseThrow(
            () ->
                BadRequestException.conflict(
                    account.key() + " is locked out: its consent has to be renewed"));
  }

  /**
   * What the marketplace wants of a category; empty when it does not say what it wants at all. 400
   * names the field when there is no such category, 503 when the marketplace has to be asked and
   * does not answer.
   */
  Optional<ProductType> type(MarketplaceChannel channel, Optional<String> category, String field) {
    if (!(channel instanceof ProductTypes types)) {
      return Optional.empty();
    }
    try {
      Optional<ProductType> type = types.productType(category);
      if (type.isEmpty()) {
        throw BadRequestException.field(
            field, channel.title() + " has no category '" + category.orElse("") + "' for articles");
      }
      return type;
    } catch (ChannelException e) {
      throw unanswered(channel, e);
    }
  }

  /** The marketplace had to be asked. */
  static RuntimeException unanswered(MarketplaceChannel channel, ChannelException e) {
    if (e.kind() == Kind.REFUSED) {
      return BadRequestException.conflict(channel.title() + ": " + e.getMessage());
    }
    return new ResponseStatusException(
        HttpStatus.SERVICE_UNAVAILABLE, channel.title() + " does not answer: " + e.getMessage(), e);
  }

  /** 400 with the first of the fields that are wrong. */
  static void refuse(Map<String, String> wrong) {
    wrong.entrySet().stream()
        .findFirst()
        .ifPresent(
            one -> {
              throw BadRequestException.field(one.getKey(), one.getValue());
            });
  }
}
