/** Where commits, snapshots and the outbox ledger lie: MongoDB, asked by {@code _id} only. */
@NullMarked
package kontor.eventstore.mongo;

import org.jspecify.annotations.NullMarked;
