/** What opens a marketplace to us: kept encrypted, renewed by one instance at a time. */
@NullMarked
package kontor.connector.credential;

import org.jspecify.annotations.NullMarked;
