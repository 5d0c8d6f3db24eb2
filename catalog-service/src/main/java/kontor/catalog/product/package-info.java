/** Products as a manager edits them: what may be published, and which names are taken. */
@NullMarked
package kontor.catalog.product;

import org.jspecify.annotations.NullMarked;
