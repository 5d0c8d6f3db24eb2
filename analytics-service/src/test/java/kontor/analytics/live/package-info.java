/** That every event has its sentence. */
@NullMarked
package kontor.analytics.live;

import org.jspecify.annotations.NullMarked;
