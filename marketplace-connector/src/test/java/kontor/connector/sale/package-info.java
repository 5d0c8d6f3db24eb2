/** Sales of marketplaces. */
@NullMarked
package kontor.connector.sale;

import org.jspecify.annotations.NullMarked;
