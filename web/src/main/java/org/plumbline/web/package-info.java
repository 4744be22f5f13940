/** The server: start at {@link org.plumbline.web.Server}. */
@NullMarked
package org.plumbline.web;

import org.jspecify.annotations.NullMarked;
