/** Product files into the running platform. */
@NullMarked
package kontor.local.importing;

import org.jspecify.annotations.NullMarked;
