/** A day of sales at all marketplaces, and whether their books and ours agree in the end. */
@NullMarked
package kontor.local.marketday;

import org.jspecify.annotations.NullMarked;
