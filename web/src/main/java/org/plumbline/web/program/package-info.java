/**
 * What holds for all that programs ask: requests sent again, lists page by page, tags. Start at
 * {@link org.plumbline.web.program.AnsweredOnce}.
 */
@NullMarked
package org.plumbline.web.program;

import org.jspecify.annotations.NullMarked;
