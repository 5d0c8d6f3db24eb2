package kontor.sandbox.ebay;

/** What the one application of this sandbox signs in with, and its seller's refresh token. */
public record Credentials(String clientId, String clientSecret, String refreshToken) {

  @Override
  public String toString() {
    return "Credentials[" + clientId + "]";
  }
}
