package org.plumbline.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether an evaluation is published, and what it restates. */
final class PublishOptions {
  @Option(
      names = "--publish",
      paramLabel = "DIR",
      description = {
        "Also publish: write a new folder with the agreement, the records, the results and their",
        "hashes, which anybody can recompute with: plumbline verify DIR"
      })
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--restates",
      paramLabel = "DIR",
      description = "The publication that this one restates; needs --reason.")
  private Optional<Path> restates = Optional.empty();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is restated.")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--without-records",
      description = {
        "Publish the checksums of the records and not the records themselves; whoever verifies",
        "names them with --records."
      })
  private boolean withoutRecords;

  Optional<Path> folder() {
    return folder;
  }

  Optional<Path> restates() {
    return restates;
  }

  String reason() {
    return reason.map(String::strip).orElse("");
  }

  boolean withRecords() {
    return !withoutRecords;
  }

  /** What is wrong with these options; empty if nothing is. */
  Optional<String> mistake() {
    if (folder.isEmpty() && (restates.isPresent() || reason.isPresent() || withoutRecords)) {
      return Optional.of("--restates, --reason and --without-records go with --publish DIR");
    }
    if (restates.isPresent() && reason().isEmpty()) {
      return Optional.of("--restates: say why with --reason TEXT");
    }
    if (restates.isEmpty() && reason.isPresent()) {
      return Optional.of("--reason: name what is restated with --restates DIR");
    }
    return Optional.empty();
  }
}
