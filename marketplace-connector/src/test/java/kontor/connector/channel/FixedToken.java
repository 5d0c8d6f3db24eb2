package kontor.connector.channel;

/** A token that nobody has to renew. */
public record FixedToken(String value, Secrets secrets) implements AccessToken {
  @Override
  public void rejected(String value) {
    throw new AssertionError("rejected");
  }
}
