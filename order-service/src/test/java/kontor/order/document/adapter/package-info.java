/** Tests of documents as files. */
@NullMarked
package kontor.order.document.adapter;

import org.jspecify.annotations.NullMarked;
