/** What an article costs, for whom, where and when. Topic {@code prices}. */
@NullMarked
package kontor.contracts.price;

import org.jspecify.annotations.NullMarked;
