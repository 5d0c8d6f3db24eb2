/** Tests of the values that services share. */
@NullMarked
package kontor.contracts;

import org.jspecify.annotations.NullMarked;
