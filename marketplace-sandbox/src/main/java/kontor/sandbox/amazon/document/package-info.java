/** Files that go to Amazon and come from it, by addresses that are good for five minutes. */
@NullMarked
package kontor.sandbox.amazon.document;

import org.jspecify.annotations.NullMarked;
