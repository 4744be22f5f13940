/**
 * Requests to reconsider: asked, sent, answered, escalated, withdrawn, with what each changes.
 * Start at {@link org.plumbline.web.request.Requests}.
 */
@NullMarked
package org.plumbline.web.request;

import org.jspecify.annotations.NullMarked;
