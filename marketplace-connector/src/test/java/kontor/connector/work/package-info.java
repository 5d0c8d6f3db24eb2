@NullMarked
package kontor.connector.work;

import org.jspecify.annotations.NullMarked;
