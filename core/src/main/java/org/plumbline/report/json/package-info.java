/**
 * An evaluation as JSON, complete and versioned. Start at {@link
 * org.plumbline.report.json.EvaluationJson}.
 */
@NullMarked
package org.plumbline.report.json;

import org.jspecify.annotations.NullMarked;
