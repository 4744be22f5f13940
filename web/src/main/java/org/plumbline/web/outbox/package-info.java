/**
 * What is told to people: kept with the act that it is about, mailed later. Start at {@link
 * org.plumbline.web.outbox.Outbox}.
 */
@NullMarked
package org.plumbline.web.outbox;

import org.jspecify.annotations.NullMarked;
