/** Tests of documents and their numbers. */
@NullMarked
package kontor.order.document;

import org.jspecify.annotations.NullMarked;
