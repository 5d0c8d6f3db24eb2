/** Lists, filters, facets and text search over a service's own events, as Lucene projections. */
@NullMarked
package kontor.search;

import org.jspecify.annotations.NullMarked;
