/** What Amazon tells sellers without being asked, and the queue it is put into. */
@NullMarked
package kontor.sandbox.amazon.notice;

import org.jspecify.annotations.NullMarked;
