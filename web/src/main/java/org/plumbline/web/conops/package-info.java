/**
 * Concepts of operations (key task 3.14): written or read from Word, sent, certified. Start at
 * {@link org.plumbline.web.conops.Concepts}.
 */
@NullMarked
package org.plumbline.web.conops;

import org.jspecify.annotations.NullMarked;
