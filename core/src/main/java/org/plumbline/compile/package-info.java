/**
 * From what was promised to a plan that counts it: each record set becomes one plan for all its
 * metrics, with the tables of working time that it looks up. Start at {@link
 * org.plumbline.compile.Compiler}.
 */
@NullMarked
package org.plumbline.compile;

import org.jspecify.annotations.NullMarked;
