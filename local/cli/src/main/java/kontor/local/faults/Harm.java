package kontor.local.faults;

import java.io.IOException;

/** A way to do harm. Returns when the fault has ended, and what it did is undone by then. */
@FunctionalInterface
interface Harm {

  /**
   * @return what exactly was done, in words
   */
  String strike(Fault fault) throws IOException, InterruptedException;
}
