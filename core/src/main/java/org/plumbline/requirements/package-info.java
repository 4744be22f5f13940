/**
 * The requirements traceability matrix of the M3 Playbook (key tasks 3.9 and 3.10): the workbook
 * read by the meaning of its columns, requirements made of its rows, and the workbook written back
 * with what the agreement says to each.
 *
 * <p>Start at {@link org.plumbline.requirements.RequirementsMatrix}.
 */
@NullMarked
package org.plumbline.requirements;

import org.jspecify.annotations.NullMarked;
