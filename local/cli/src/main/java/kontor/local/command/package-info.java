/** The commands of {@code ./kontor}, one class each. */
@NullMarked
package kontor.local.command;

import org.jspecify.annotations.NullMarked;
