package kontor.connector.channel;

/**
 * The token that opens a marketplace for an account. It is renewed before it ends, by one instance
 * at a time.
 */
public interface AccessToken {

  /**
   * @throws ChannelException when there is none to be had now
   */
  String value();

  /** The marketplace did not accept it, although it should still run: the next value is new. */
  void rejected(String value);

  /** The account's lasting secrets, as they are now. */
  Secrets secrets();
}
