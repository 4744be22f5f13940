/**
 * Do the steps of a process leave both parties the time that they promise? An end-to-end promise
 * against the time allotted to its steps, in their calendars, over every start that matters (key
 * task 4.19 of the M3 Playbook).
 *
 * <p>Start at {@link org.plumbline.chain.Feasibility}. Nothing here reads a record.
 */
@NullMarked
package org.plumbline.chain;

import org.jspecify.annotations.NullMarked;
