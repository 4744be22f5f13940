/**
 * A QSMO and auditors who read an agreement: admitted by a party, and informed. Start at {@link
 * org.plumbline.web.oversight.Oversight}.
 */
@NullMarked
package org.plumbline.web.oversight;

import org.jspecify.annotations.NullMarked;
