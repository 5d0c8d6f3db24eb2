/** The work for one account at one marketplace, done by one instance at a time. */
@NullMarked
package kontor.connector.work;

import org.jspecify.annotations.NullMarked;
