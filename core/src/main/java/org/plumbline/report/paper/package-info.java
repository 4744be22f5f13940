/**
 * What people sign and file, made from the text of an agreement: the SLA itself, the surveillance
 * plan, inputs to interagency agreements, forms. Start at {@link
 * org.plumbline.report.paper.SlaDocument}.
 */
@NullMarked
package org.plumbline.report.paper;

import org.jspecify.annotations.NullMarked;
