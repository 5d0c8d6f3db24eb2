/** Tests of events on the wire: samples, schemas, the AsyncAPI document. */
@NullMarked
package kontor.contracts.topic;

import org.jspecify.annotations.NullMarked;
