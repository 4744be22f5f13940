/** The report on a terminal. Start at {@link org.plumbline.report.terminal.TerminalReport}. */
@NullMarked
package org.plumbline.report.terminal;

import org.jspecify.annotations.NullMarked;
