/** What others ask for the same article, and what it takes to be featured. */
@NullMarked
package kontor.sandbox.amazon.pricing;

import org.jspecify.annotations.NullMarked;
