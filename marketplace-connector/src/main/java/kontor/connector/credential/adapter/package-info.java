/** Credentials in MongoDB. */
@NullMarked
package kontor.connector.credential.adapter;

import org.jspecify.annotations.NullMarked;
