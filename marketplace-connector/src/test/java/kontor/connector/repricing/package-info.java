@NullMarked
package kontor.connector.repricing;

import org.jspecify.annotations.NullMarked;
