/** Every event as a sentence in English and German. */
@NullMarked
package kontor.analytics.live;

import org.jspecify.annotations.NullMarked;
