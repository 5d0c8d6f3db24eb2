/** Repricing over HTTP and in MongoDB. */
@NullMarked
package kontor.connector.repricing.adapter;

import org.jspecify.annotations.NullMarked;
