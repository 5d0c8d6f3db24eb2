package kontor.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One row of a table as it is now; no value means that it is gone. */
record Change(String table, String key, @Nullable JsonNode value) {}
