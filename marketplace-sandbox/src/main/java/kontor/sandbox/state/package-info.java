/** What the sandbox remembers: tables with a journal, and a clock that can be put forward. */
@NullMarked
package kontor.sandbox.state;

import org.jspecify.annotations.NullMarked;
