/** Drawings of articles: a motif in a colour. */
@NullMarked
package kontor.catalog.media;

import org.jspecify.annotations.NullMarked;
