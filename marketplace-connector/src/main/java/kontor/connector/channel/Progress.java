package kontor.connector.channel;

/** Where something that a marketplace was asked for stands. */
public sealed interface Progress {

  /** It is done there, by this call or by one before. */
  record Done() implements Progress {}

  /**
   * The marketplace works on it: ask again with the ticket.
   *
   * @param ticket the marketplace's name for the submission
   */
  record Working(String ticket) implements Progress {}
}
