/**
 * Reads a mapping: what somebody said about the provider's files. Start at {@link
 * org.plumbline.reconcile.yaml.MappingYaml}.
 */
@NullMarked
package org.plumbline.reconcile.yaml;

import org.jspecify.annotations.NullMarked;
