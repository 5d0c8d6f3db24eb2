/** Tests of the order service. */
@NullMarked
package kontor.order;

import org.jspecify.annotations.NullMarked;
