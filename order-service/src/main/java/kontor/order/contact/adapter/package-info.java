/** Contacts in MongoDB. */
@NullMarked
package kontor.order.contact.adapter;

import org.jspecify.annotations.NullMarked;
