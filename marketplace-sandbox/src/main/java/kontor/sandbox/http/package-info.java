/** The HTTP server: requests in, answers out, also late, never or cut off. */
@NullMarked
package kontor.sandbox.http;

import org.jspecify.annotations.NullMarked;
