/** What is paid, worked out by hand and by law. */
@NullMarked
package kontor.pricing;

import org.jspecify.annotations.NullMarked;
