/** What shoppers are shown. */
@NullMarked
package kontor.catalog.shop;

import org.jspecify.annotations.NullMarked;
