/**
 * What the provider reported beside what the agreement gives over the same records, and why the two
 * differ: other terms are tried until one gives the reported figure, case by case where the
 * provider lists its cases. Start at {@link org.plumbline.reconcile.Reconciler}.
 */
@NullMarked
package org.plumbline.reconcile;

import org.jspecify.annotations.NullMarked;
