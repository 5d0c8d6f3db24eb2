/** Who sells on Amazon: accounts, marketplaces, and the tokens that prove it. */
@NullMarked
package kontor.sandbox.amazon.seller;

import org.jspecify.annotations.NullMarked;
