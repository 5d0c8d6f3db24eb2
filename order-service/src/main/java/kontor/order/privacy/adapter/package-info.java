/** Export and erasure over HTTP, in MongoDB and by a timer. */
@NullMarked
package kontor.order.privacy.adapter;

import org.jspecify.annotations.NullMarked;
