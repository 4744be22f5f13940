/**
 * Reads {@code records.yaml}: how files become record sets. Start at {@link
 * org.plumbline.records.yaml.BindingYaml}.
 */
@NullMarked
package org.plumbline.records.yaml;

import org.jspecify.annotations.NullMarked;
