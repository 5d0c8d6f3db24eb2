/** What happens to gift cards. */
@NullMarked
package kontor.contracts.giftcard;

import org.jspecify.annotations.NullMarked;
