/** The measurement reads its figures right. */
@NullMarked
package kontor.local.bench;

import org.jspecify.annotations.NullMarked;
