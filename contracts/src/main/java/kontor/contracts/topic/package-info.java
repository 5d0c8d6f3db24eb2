/** The topics: their names, events, partitions and retention, and the codec of their events. */
@NullMarked
package kontor.contracts.topic;

import org.jspecify.annotations.NullMarked;
