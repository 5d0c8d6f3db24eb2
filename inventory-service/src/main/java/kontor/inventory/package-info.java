/** The inventory service: what is there, what is held, what can be promised. */
@NullMarked
package kontor.inventory;

import org.jspecify.annotations.NullMarked;
