/** What a shopper sees: cards, pages and the tree of categories, with today's prices. */
@NullMarked
package kontor.catalog.shop;

import org.jspecify.annotations.NullMarked;
