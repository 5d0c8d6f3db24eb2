/** What the work for an account leaves in MongoDB, and what the manager sees of it. */
@NullMarked
package kontor.connector.work.adapter;

import org.jspecify.annotations.NullMarked;
