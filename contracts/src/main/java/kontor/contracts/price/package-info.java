/**
 * What an article costs, for whom, where and when. Topics {@code prices} and {@code
 * channel-prices}.
 */
@NullMarked
package kontor.contracts.price;

import org.jspecify.annotations.NullMarked;
