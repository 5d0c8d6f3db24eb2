package kontor.eventstore.command;

/**
 * How a state is kept between events.
 *
 * @param <S> the state
 */
public interface SnapshotFormat<S> {

  /** Names the shape of the text. A snapshot of another shape is not read, but built anew. */
  String shape();

  /** After how many further events a new snapshot is worth its write. */
  default int every() {
    return 200;
  }

  String write(S state);

  S read(String text);
}
