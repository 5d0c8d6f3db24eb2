/** Tests of the token that the gateway signs and every service checks. */
@NullMarked
package kontor.access;

import org.jspecify.annotations.NullMarked;
