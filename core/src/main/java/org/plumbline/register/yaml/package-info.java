/** Reads {@code register.yaml}. Start at {@link org.plumbline.register.yaml.RegisterYaml}. */
@NullMarked
package org.plumbline.register.yaml;

import org.jspecify.annotations.NullMarked;
