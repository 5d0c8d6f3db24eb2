/**
 * How events travel: published in stream order, read with their envelope, kept aside when broken.
 */
@NullMarked
package kontor.eventstore.kafka;

import org.jspecify.annotations.NullMarked;
