/** Orders over HTTP, in the event store and on the topics. */
@NullMarked
package kontor.order.lifecycle.adapter;

import org.jspecify.annotations.NullMarked;
