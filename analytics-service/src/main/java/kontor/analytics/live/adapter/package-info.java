/** The sentences as a stream to those who watch. */
@NullMarked
package kontor.analytics.live.adapter;

import org.jspecify.annotations.NullMarked;
