/** eBay without the service around it. */
@org.jspecify.annotations.NullMarked
package kontor.connector.ebay;
