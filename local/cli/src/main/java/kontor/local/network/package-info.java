/** Connections between services, store and broker that can be broken on purpose. */
@NullMarked
package kontor.local.network;

import org.jspecify.annotations.NullMarked;
