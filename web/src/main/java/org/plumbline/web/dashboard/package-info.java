/**
 * Results by metric and period with their trend, what is at risk, who consumed the time, what
 * waits: all of it from what was kept when periods were measured. Start at {@link
 * org.plumbline.web.dashboard.Dashboards}.
 */
@NullMarked
package org.plumbline.web.dashboard;

import org.jspecify.annotations.NullMarked;
