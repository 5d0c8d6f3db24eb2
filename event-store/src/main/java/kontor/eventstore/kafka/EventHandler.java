package kontor.eventstore.kafka;

/**
 * What a consumer does with an event. It may be called again with the same event, so what it does
 * must be done once in effect: a repetition decides nothing. An exception is a fault, never the
 * business's "no".
 */
@FunctionalInterface
public interface EventHandler {

  /** {@code received.event()} is present: unknown types are passed over before. */
  void on(ReceivedEvent received, Object event);
}
