/**
 * Periods measured: a result is computed once by core, stored, and shown from there. Start at
 * {@link org.plumbline.web.result.Measuring}.
 */
@NullMarked
package org.plumbline.web.result;

import org.jspecify.annotations.NullMarked;
