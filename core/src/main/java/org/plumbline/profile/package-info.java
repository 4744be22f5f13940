/**
 * Looks at a spreadsheet and says what its columns are, with reasons; from that and a few answers
 * it writes a first agreement and its binding. Functions from cells to text: nothing is read or
 * written here. Start at {@link org.plumbline.profile.Profiler} and {@link
 * org.plumbline.profile.Proposer}.
 */
@NullMarked
package org.plumbline.profile;

import org.jspecify.annotations.NullMarked;
