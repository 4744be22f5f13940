/** What is told to somebody who cannot have what they asked for, on a page or as a problem. */
@NullMarked
package org.plumbline.web.refusal;

import org.jspecify.annotations.NullMarked;
