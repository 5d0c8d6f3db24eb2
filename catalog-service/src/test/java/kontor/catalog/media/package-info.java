/** Drawings. */
@NullMarked
package kontor.catalog.media;

import org.jspecify.annotations.NullMarked;
