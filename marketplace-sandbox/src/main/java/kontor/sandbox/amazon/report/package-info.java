/** Tables that Amazon writes for sellers: returns, listings, and what it pays out. */
@NullMarked
package kontor.sandbox.amazon.report;

import org.jspecify.annotations.NullMarked;
