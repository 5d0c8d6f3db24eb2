/** Drawings over HTTP. */
@NullMarked
package kontor.catalog.media.adapter;

import org.jspecify.annotations.NullMarked;
