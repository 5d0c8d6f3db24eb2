/** How the shop sends, and for how much: a table that the manager changes. */
@NullMarked
package kontor.order.shipping;

import org.jspecify.annotations.NullMarked;
