/**
 * The guide: the key tasks of the playbook that concern an agreement as a checklist, done by what
 * the register shows where it can be. Start at {@link org.plumbline.web.guide.Guide}.
 */
@NullMarked
package org.plumbline.web.guide;

import org.jspecify.annotations.NullMarked;
