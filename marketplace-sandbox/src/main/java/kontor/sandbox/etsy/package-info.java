/**
 * Etsy: tokens, listings with their inventory, receipts and shipments as its Open API v3 has them.
 */
@NullMarked
package kontor.sandbox.etsy;

import org.jspecify.annotations.NullMarked;
