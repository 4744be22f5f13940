/** A publication as JSON. Start at {@link org.plumbline.register.json.PublicationJson}. */
@NullMarked
package org.plumbline.register.json;

import org.jspecify.annotations.NullMarked;
