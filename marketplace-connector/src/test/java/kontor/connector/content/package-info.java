/** What is said on each marketplace, and what is missing. */
@NullMarked
package kontor.connector.content;

import org.jspecify.annotations.NullMarked;
