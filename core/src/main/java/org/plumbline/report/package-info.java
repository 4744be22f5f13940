/**
 * Results as one document model, which {@code report.terminal}, {@code report.html} and others
 * render; {@code report.json} and {@code report.csv} write the same evaluation as data. Nothing
 * here computes a figure or decides a result. Start at {@link org.plumbline.report.ReportBuilder}.
 */
@NullMarked
package org.plumbline.report;

import org.jspecify.annotations.NullMarked;
