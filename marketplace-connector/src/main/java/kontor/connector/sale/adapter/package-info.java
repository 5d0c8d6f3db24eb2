/** Sales in MongoDB and from the topics. */
@NullMarked
package kontor.connector.sale.adapter;

import org.jspecify.annotations.NullMarked;
