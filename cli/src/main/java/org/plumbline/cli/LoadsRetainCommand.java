package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.plumbline.records.store.KeptFile;
import org.plumbline.register.Load;
import org.plumbline.register.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline loads retain}. */
@Command(
    name = "retain",
    mixinStandardHelpOptions = true,
    description = {
      "Let go of the bytes of files in the store that were delivered long ago. Their rows stay, so",
      "that no figure changes. Kept are bytes that a publication names without holding a copy, and",
      "those whose rows stand nowhere else. Says what it would do; --delete does it."
    })
final class LoadsRetainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private LoadsCommand loads;
  @Mixin private LoadsOptions options;

  @Option(
      names = "--before",
      required = true,
      paramLabel = "DAY",
      description = "Files delivered before this day; those that no load names are kept.")
  private LocalDate before = LocalDate.MIN;

  @Option(
      names = "--publications",
      paramLabel = "DIR",
      description = "A publication, or a folder of publications; may be given more than once.")
  private List<Path> publications = List.of();

  @Option(names = "--delete", description = "Do it; what is let go of does not come back.")
  private boolean delete;

  @Override
  public Integer call() throws IOException {
    LoadsOptions.Opened opened = options.open(loads.now());
    PrintWriter out = spec.commandLine().getOut();
    Map<String, String> named = named();
    Map<KeptFile, String> kept = new LinkedHashMap<>();
    long bytes = 0;
    int gone = 0;
    for (KeptFile file : opened.store().files().values()) {
      Optional<LocalDate> delivered =
          opened.load(file.name()).map(Map.Entry::getValue).map(Load::delivered);
      if (!opened.store().hasOriginal(file)
          || delivered.isEmpty()
          || !delivered.get().isBefore(before)) {
        continue;
      }
      if (!file.inParts()) {
        kept.put(file, "its rows stand nowhere else");
      } else if (named.containsKey(file.sha256())) {
        kept.put(file, named.get(file.sha256()) + " names it without a copy");
      } else {
        gone++;
        bytes += Files.size(opened.store().original(file));
        if (delete) {
          Files.delete(opened.store().original(file));
        }
      }
    }
    out.println(
        (delete ? "Let go of: " : "Would be let go of: ")
            + LoadsOptions.counted(gone, "file")
            + " with "
            + LoadsOptions.counted(bytes, "byte"));
    kept.forEach((file, why) -> out.println("Kept: " + file.name() + ": " + why));
    return ExitCode.DONE;
  }

  /** Checksums of records that publications name and do not hold, with the publication. */
  private Map<String, String> named() throws IOException {
    Map<String, String> named = new LinkedHashMap<>();
    for (Path folder : publications) {
      if (!Files.isDirectory(folder)) {
        throw new InputRefused("--publications: no such folder: " + folder);
      }
      List<Path> bundles;
      try (Stream<Path> below = Files.walk(folder, 3)) {
        bundles =
            below
                .filter(path -> path.endsWith(Publication.NAME))
                .map(path -> path.toAbsolutePath().getParent())
                .toList();
      }
      for (Path bundle : bundles) {
        Bundle.open(bundle).publication().files().stream()
            .filter(file -> !file.included())
            .forEach(file -> named.putIfAbsent(file.sha256(), Shown.relative(bundle)));
      }
    }
    return named;
  }
}
