/** Many changes in one file: taken now, worked through later, answered with a report. */
@NullMarked
package kontor.sandbox.amazon.feed;

import org.jspecify.annotations.NullMarked;
