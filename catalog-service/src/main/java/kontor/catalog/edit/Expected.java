package kontor.catalog.edit;

import kontor.catalog.edit.Refused.Reason;

/** Which version of a thing the author of a change has seen. */
public sealed interface Expected {

  /**
   * Refuses a change by somebody who has not seen the current version.
   *
   * @param version 0 when the thing does not exist
   */
  void check(long version);

  /** Whatever stands there: an import, or {@code If-Match: *}. */
  record Any() implements Expected {
    @Override
    public void check(long version) {}
  }

  /** The author saw this version. */
  record Exactly(long seen) implements Expected {
    @Override
    public void check(long version) {
      if (version != seen) {
        throw Refused.of(
            Reason.OUTDATED,
            "version " + version + " stands there now, not " + seen + ": look again");
      }
    }
  }

  /** The author did not say; fine for something new only. */
  record Unsaid() implements Expected {
    @Override
    public void check(long version) {
      if (version > 0) {
        throw Refused.of(
            Reason.VERSION_MISSING,
            "it exists already: send the ETag that you read in the header If-Match");
      }
    }
  }
}
