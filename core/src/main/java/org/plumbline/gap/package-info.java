/**
 * What the customer requires, what the provider offers, and what the past has shown, set beside
 * each other (key task 5.9 of the M3 Playbook). Start at {@link org.plumbline.gap.Gaps}.
 */
@NullMarked
package org.plumbline.gap;

import org.jspecify.annotations.NullMarked;
