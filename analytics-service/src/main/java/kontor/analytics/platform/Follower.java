package kontor.analytics.platform;

/** Something that reads topics on its own for as long as the service runs. */
public interface Follower {

  String name();

  /** Whether everything that was there at the start has been read. */
  boolean caughtUp();
}
