/**
 * Tests of the event store on the embedded store and a real broker, and helpers for the services'
 * tests.
 */
@NullMarked
package kontor.eventstore;

import org.jspecify.annotations.NullMarked;
