/** Addresses as buyers write them. */
@NullMarked
package kontor.order.contact;

import org.jspecify.annotations.NullMarked;
