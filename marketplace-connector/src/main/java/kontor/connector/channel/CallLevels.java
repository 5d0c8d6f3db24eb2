package kontor.connector.channel;

import java.time.Instant;
import java.util.Map;

/**
 * How full an account's buckets of calls were, kept where the next instance finds it; for buckets
 * that, once another instance has emptied them, stay empty for longer than it takes to take over.
 */
public interface CallLevels {

  /** Remembers nothing. */
  CallLevels NONE =
      new CallLevels() {
        @Override
        public Map<String, Level> all() {
          return Map.of();
        }

        @Override
        public void save(String operation, Level level) {}
      };

  /** By operation. */
  Map<String, Level> all();

  void save(String operation, Level level);

  /** Calls that were left at a moment. */
  record Level(long left, Instant at) {}
}
