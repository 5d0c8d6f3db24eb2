/** Aggregates as streams of events: stored in MongoDB, published to Kafka, read once in effect. */
@NullMarked
package kontor.eventstore;

import org.jspecify.annotations.NullMarked;
