/**
 * What programs of an organization are told, signed as Standard Webhooks has it, at addresses that
 * it names. Start at {@link org.plumbline.web.webhook.Webhooks}; {@link
 * org.plumbline.web.webhook.WebhookCourier} delivers.
 */
@NullMarked
package org.plumbline.web.webhook;

import org.jspecify.annotations.NullMarked;
