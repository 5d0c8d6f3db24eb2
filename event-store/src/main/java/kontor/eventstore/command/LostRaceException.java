package kontor.eventstore.command;

import kontor.eventstore.StreamId;

/** Others kept changing the stream while a command tried to. Trying again later may work. */
public final class LostRaceException extends RuntimeException {

  public LostRaceException(StreamId stream, int attempts) {
    super("lost the race for " + stream + " " + attempts + " times");
  }
}
