/** Who gets the parcel: personal data, kept apart from the events. */
@NullMarked
package kontor.order.contact;

import org.jspecify.annotations.NullMarked;
