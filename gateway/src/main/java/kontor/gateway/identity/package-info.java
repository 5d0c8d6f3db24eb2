/** Who calls: people by session, programs by key, visitors by cookie. */
@NullMarked
package kontor.gateway.identity;

import org.jspecify.annotations.NullMarked;
