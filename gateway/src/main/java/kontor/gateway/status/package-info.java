/** What runs, for the first page. */
@NullMarked
package kontor.gateway.status;

import org.jspecify.annotations.NullMarked;
