/**
 * Results as CSV, a row for each metric, period and line. Start at {@link
 * org.plumbline.report.csv.ResultsCsv}.
 */
@NullMarked
package org.plumbline.report.csv;

import org.jspecify.annotations.NullMarked;
