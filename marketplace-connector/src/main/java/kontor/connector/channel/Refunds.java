package kontor.connector.channel;

import java.util.Optional;

/** A marketplace that takes refunds one by one. */
public interface Refunds extends PaysBack {

  /**
   * Gives money back. A refund that the marketplace already has under our number, or has for the
   * same units, is not made again.
   *
   * @param ticket of the answer before, when this asks again
   * @throws ChannelException of kind {@code REFUSED} when a person has to look, such as while a
   *     case is open
   */
  Progress refund(String externalId, Refund refund, Optional<String> ticket);
}
