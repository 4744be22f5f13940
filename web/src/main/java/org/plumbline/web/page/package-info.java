/** What all pages share: how times are shown, the style of a report within a page. */
@NullMarked
package org.plumbline.web.page;

import org.jspecify.annotations.NullMarked;
