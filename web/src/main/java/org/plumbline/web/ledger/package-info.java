/**
 * What follows from results: the ledger of both parties, what they did about it, corrective action
 * plans, bills. Start at {@link org.plumbline.web.ledger.Ledger}.
 */
@NullMarked
package org.plumbline.web.ledger;

import org.jspecify.annotations.NullMarked;
