@NullMarked
package kontor.local.marketday;

import org.jspecify.annotations.NullMarked;
