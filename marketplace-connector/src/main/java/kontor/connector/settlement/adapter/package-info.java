/** Settlements over HTTP and in MongoDB. */
@NullMarked
package kontor.connector.settlement.adapter;

import org.jspecify.annotations.NullMarked;
