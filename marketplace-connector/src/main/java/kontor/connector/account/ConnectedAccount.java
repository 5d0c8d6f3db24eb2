package kontor.connector.account;

import kontor.connector.channel.Account;

/**
 * An account and whether we work for it.
 *
 * @param reason why the marketplace does not let us in; empty otherwise
 */
public record ConnectedAccount(Account account, Status status, String reason) {

  /** Whether we work for an account. */
  public enum Status {
    ACTIVE,
    /** By the manager. */
    PAUSED,
    /** By the marketplace: a person has to renew the consent. */
    UNAUTHORISED
  }
}
