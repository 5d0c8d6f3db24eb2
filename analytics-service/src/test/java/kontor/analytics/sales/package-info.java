/** The laws of the sales figures. */
@NullMarked
package kontor.analytics.sales;

import org.jspecify.annotations.NullMarked;
