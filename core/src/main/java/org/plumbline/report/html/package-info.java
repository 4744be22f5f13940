/**
 * The report as one self-contained, accessible HTML file. Start at {@link
 * org.plumbline.report.html.HtmlReport}.
 */
@NullMarked
package org.plumbline.report.html;

import org.jspecify.annotations.NullMarked;
