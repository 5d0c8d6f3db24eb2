@NullMarked
package kontor.connector.listing;

import org.jspecify.annotations.NullMarked;
