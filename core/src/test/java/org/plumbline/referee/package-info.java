/**
 * The referee: a slow and obvious interpreter of agreements in plain Java, written from
 * docs/meaning.md. It shares nothing with the compiler but the agreement model and the data types
 * of the answers, and does time with java.time in plain loops, so that it judges the calendar too.
 * Start at {@link org.plumbline.referee.Interpreter}.
 */
@NullMarked
package org.plumbline.referee;

import org.jspecify.annotations.NullMarked;
