@NullMarked
package kontor.order.lifecycle.adapter;

import org.jspecify.annotations.NullMarked;
