@NullMarked
package kontor.connector.credential;

import org.jspecify.annotations.NullMarked;
