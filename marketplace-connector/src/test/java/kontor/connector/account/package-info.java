@NullMarked
package kontor.connector.account;

import org.jspecify.annotations.NullMarked;
