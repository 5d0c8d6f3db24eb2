/** The main story, played against the running platform. */
@NullMarked
package kontor.local.story;

import org.jspecify.annotations.NullMarked;
