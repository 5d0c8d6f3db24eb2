/** The manager's figures, and what happens right now in plain words. */
@NullMarked
package kontor.analytics;

import org.jspecify.annotations.NullMarked;
