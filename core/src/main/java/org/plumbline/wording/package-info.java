/**
 * Agreement, metrics, results and cases in plain sentences that two parties can read aloud. Start
 * at {@link org.plumbline.wording.Wording}.
 */
@NullMarked
package org.plumbline.wording;

import org.jspecify.annotations.NullMarked;
