@NullMarked
package kontor.local.audit;

import org.jspecify.annotations.NullMarked;
