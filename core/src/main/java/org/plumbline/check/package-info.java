/**
 * Does the agreement make sense? Finds what can only be seen at two places at once: names that
 * nothing defines, units that differ, lines that overlap, terms that have no effect (language.md
 * 11).
 *
 * <p>Start at {@link org.plumbline.check.Checker}: it is the list of rules, each of which holds one
 * idea. Nothing here runs a query, and nothing here changes the agreement.
 */
@NullMarked
package org.plumbline.check;

import org.jspecify.annotations.NullMarked;
