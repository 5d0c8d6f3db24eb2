/** eBay behind the interface of a channel; its words stay here. */
@NullMarked
package kontor.connector.ebay;

import org.jspecify.annotations.NullMarked;
