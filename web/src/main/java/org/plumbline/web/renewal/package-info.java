/**
 * How an agreement goes on or ends: notices, the yearly review, the text of the next term. Start at
 * {@link org.plumbline.web.renewal.Renewals}.
 */
@NullMarked
package org.plumbline.web.renewal;

import org.jspecify.annotations.NullMarked;
