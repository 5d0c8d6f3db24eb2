/** Amazon's own documents as a check and as a source of answers; they are given at run time. */
@NullMarked
package kontor.sandbox.amazon.model;

import org.jspecify.annotations.NullMarked;
