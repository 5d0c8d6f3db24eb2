/** Etsy behind the interface of a channel; its words stay here. */
@NullMarked
package kontor.connector.etsy;

import org.jspecify.annotations.NullMarked;
