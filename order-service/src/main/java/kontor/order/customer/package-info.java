/** Who buys with an account: profile, addresses, consents, password and signing in. */
@NullMarked
package kontor.order.customer;

import org.jspecify.annotations.NullMarked;
