/**
 * What falls due on an agreement and on all of a person's, as pages and for calendar programs.
 * Start at {@link org.plumbline.web.calendar.Calendars}.
 */
@NullMarked
package org.plumbline.web.calendar;

import org.jspecify.annotations.NullMarked;
