/** Catalogs written as YAML. Start at {@link org.plumbline.catalog.yaml.CatalogYaml}. */
@NullMarked
package org.plumbline.catalog.yaml;

import org.jspecify.annotations.NullMarked;
