/**
 * Formal notices of one party to the other, and that they were received. Start at {@link
 * org.plumbline.web.notice.Notices}.
 */
@NullMarked
package org.plumbline.web.notice;

import org.jspecify.annotations.NullMarked;
