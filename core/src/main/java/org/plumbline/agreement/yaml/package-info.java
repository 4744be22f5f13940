/**
 * Reads and writes agreements as YAML (language.md): every mistake at once, each with its place and
 * what would be right.
 *
 * <p>Start at {@link org.plumbline.agreement.yaml.AgreementYaml}. Below it lie two layers that
 * other readers of small YAML files may use too: {@link org.plumbline.agreement.yaml.YamlText}
 * turns text into a tree with places, and {@link org.plumbline.agreement.yaml.MapReader} asks a map
 * for its keys.
 */
@NullMarked
package org.plumbline.agreement.yaml;

import org.jspecify.annotations.NullMarked;
