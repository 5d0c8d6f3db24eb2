package kontor.local.network;

/**
 * How a link behaves.
 *
 * @param delayMillis what each piece of data waits
 * @param jitterMillis what it waits more, at most
 * @param requestsHeld nothing passes to the server; it waits until the link is well again
 * @param answersHeld nothing passes back
 * @param resetAfterBytes a connection is reset after that much more, 0 for never
 * @param refused connections are reset, old and new ones
 */
public record LinkState(
    int delayMillis,
    int jitterMillis,
    boolean requestsHeld,
    boolean answersHeld,
    long resetAfterBytes,
    boolean refused) {

  /** All passes at once. */
  public static final LinkState WELL = new LinkState(0, 0, false, false, 0, false);

  /** Nothing passes either way. */
  public static LinkState cut() {
    return new LinkState(0, 0, true, true, 0, false);
  }

  /** Requests arrive, answers do not. */
  public static LinkState answersLost() {
    return new LinkState(0, 0, false, true, 0, false);
  }

  public static LinkState slow(int delayMillis, int jitterMillis) {
    return new LinkState(delayMillis, jitterMillis, false, false, 0, false);
  }

  public static LinkState resetAfter(long bytes) {
    return new LinkState(0, 0, false, false, bytes, false);
  }

  public static LinkState refusing() {
    return new LinkState(0, 0, false, false, 0, true);
  }
}
