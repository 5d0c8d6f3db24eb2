/** What was sold on a marketplace, and how it learns of our shipments. */
@NullMarked
package kontor.connector.sale;

import org.jspecify.annotations.NullMarked;
