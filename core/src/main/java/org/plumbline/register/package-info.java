/**
 * What the parties keep beside a text: the versions of an agreement, publications, requests. Start
 * at {@link org.plumbline.register.Versions}.
 */
@NullMarked
package org.plumbline.register;

import org.jspecify.annotations.NullMarked;
