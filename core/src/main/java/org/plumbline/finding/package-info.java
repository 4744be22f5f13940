/**
 * What is wrong, where, and what would be right: the one form in which authors' mistakes are told.
 * Nothing of ours lies below it. Start at {@link org.plumbline.finding.Finding}.
 */
@NullMarked
package org.plumbline.finding;

import org.jspecify.annotations.NullMarked;
