/**
 * A draft tried on records of the past: how often the steps of its processes took longer than they
 * may, and how many cases a period usually has. Nothing here is a result of the agreement, which
 * was not in force.
 *
 * <p>Start at {@link org.plumbline.trial.Trial}.
 */
@NullMarked
package org.plumbline.trial;

import org.jspecify.annotations.NullMarked;
