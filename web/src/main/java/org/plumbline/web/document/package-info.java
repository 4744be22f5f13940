/**
 * Files of an office that people take along: the text of an agreement to sign, tables around it,
 * the report of a period. Start at {@link org.plumbline.web.document.Documents}.
 */
@NullMarked
package org.plumbline.web.document;

import org.jspecify.annotations.NullMarked;
