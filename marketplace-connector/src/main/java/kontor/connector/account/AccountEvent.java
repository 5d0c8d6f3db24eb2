package kontor.connector.account;

import java.util.Map;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.EventType;

/** What happens to our accounts at marketplaces. Stays in this service; holds no secret. */
public sealed interface AccountEvent {

  ChannelId channel();

  String name();

  /** We sell through it from now on, or its settings changed. */
  @EventType("kontor.marketplace-account.connected.v1")
  record AccountConnected(
      String marketplace,
      ChannelId channel,
      String name,
      CountryCode country,
      Map<String, String> settings)
      implements AccountEvent {

    public AccountConnected {
      settings = Map.copyOf(settings);
    }
  }

  /** Nothing is sent or read until it is resumed. */
  @EventType("kontor.marketplace-account.paused.v1")
  record AccountPaused(ChannelId channel, String name) implements AccountEvent {}

  /** It works again. */
  @EventType("kontor.marketplace-account.resumed.v1")
  record AccountResumed(ChannelId channel, String name) implements AccountEvent {}

  /**
   * The marketplace does not let us in any more.
   *
   * @param reason in the marketplace's words
   */
  @EventType("kontor.marketplace-account.authorisation-lost.v1")
  record AuthorisationLost(ChannelId channel, String name, String reason) implements AccountEvent {}

  /** Somebody renewed the consent or the secrets. */
  @EventType("kontor.marketplace-account.authorised.v1")
  record AccountAuthorised(ChannelId channel, String name) implements AccountEvent {}
}
