/**
 * Files that show what a request asks or a statement says; whoever sees the one sees the other.
 * Start at {@link org.plumbline.web.evidence.EvidenceFiles}.
 */
@NullMarked
package org.plumbline.web.evidence;

import org.jspecify.annotations.NullMarked;
