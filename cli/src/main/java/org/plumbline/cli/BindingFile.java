package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.check.BindingFacts;
import org.plumbline.records.Binding;
import org.plumbline.records.yaml.BindingYaml;
import org.plumbline.records.yaml.ReadBinding;

/** The file {@code records.yaml}, which says which column is what. */
final class BindingFile {
  /** What it is called. */
  static final String NAME = "records.yaml";

  private BindingFile() {}

  /** Reads the first one in these folders. */
  static Optional<ReadBinding> find(Agreement agreement, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      Path file = folder.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(
            BindingYaml.read(Shown.relative(file), AgreementFile.bytes(file), agreement));
      }
    }
    return Optional.empty();
  }

  /** What the check of an agreement wants to know of its binding. */
  static BindingFacts facts(Binding binding) {
    Set<String> logs = new HashSet<>();
    Map<String, Set<String>> repeating = new LinkedHashMap<>();
    binding
        .sets()
        .forEach(
            (id, set) -> {
              if (set.events().isPresent()) {
                logs.add(id);
                repeating.put(id, set.moments().keySet());
              }
            });
    return new BindingFacts(logs, repeating);
  }
}
