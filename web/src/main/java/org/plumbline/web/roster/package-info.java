/**
 * Who holds which role on an agreement, since when and until when: holders, acting, delegates, and
 * what is vacant with what waits for it. Start at {@link org.plumbline.web.roster.Roster}.
 */
@NullMarked
package org.plumbline.web.roster;

import org.jspecify.annotations.NullMarked;
