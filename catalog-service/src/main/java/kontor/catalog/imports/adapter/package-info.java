/** Imports over HTTP, their files on disk and their reports in MongoDB. */
@NullMarked
package kontor.catalog.imports.adapter;

import org.jspecify.annotations.NullMarked;
