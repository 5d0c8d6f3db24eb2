/**
 * The language that the services share: values, events per topic, and how they look on the wire.
 */
@NullMarked
package kontor.contracts;

import org.jspecify.annotations.NullMarked;
