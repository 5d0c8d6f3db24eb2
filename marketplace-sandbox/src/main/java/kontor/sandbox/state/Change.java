package kontor.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table as it is now; no value means that it is gone.
 *
 * @param at when it became so, by the machine's clock; journals of before do not say
 */
record Change(String table, String key, @Nullable JsonNode value, @Nullable Instant at) {}
