package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.plumbline.records.duckdb.Compaction;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.KeptPart;
import org.plumbline.records.store.LoadStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline loads compact}. */
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    description = {
      "Take the files that loads of the register name into the folder store: their bytes packed,",
      "their rows in few files, sorted and parted by month. They keep their names; every figure,",
      "finding and place stays the same, and what was published still verifies."
    })
final class LoadsCompactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private LoadsCommand loads;
  @Mixin private LoadsOptions options;

  @Option(
      names = "--unnamed",
      description =
          "Take files too that no load of the register names; whoever writes them must not write"
              + " to them again.")
  private boolean unnamed;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Join months until a part holds so many rows; parts with fewer are written again with"
              + " what comes (${DEFAULT-VALUE}).")
  private long rows = 500_000;

  @Override
  public Integer call() throws IOException {
    LoadsOptions.Opened opened = options.open(loads.now());
    PrintWriter out = spec.commandLine().getOut();
    Set<String> names = new TreeSet<>();
    for (String name : opened.files()) {
      if (unnamed || opened.load(name).isPresent()) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      throw new InputRefused(
          "no load of the register names a file\nName them under loads in register.yaml, or take"
              + " all files with --unnamed");
    }
    Progress progress = new Progress(spec.commandLine().getErr(), Terminal.ofProcess());
    Compaction.Outcome outcome;
    try (Database database = opened.database()) {
      outcome =
          Compaction.compact(
              database,
              opened.loading(),
              opened.binding(),
              opened.folder(),
              names,
              Math.max(1, rows),
              progress);
    } catch (LoadStore.Damaged e) {
      throw new InputRefused(String.valueOf(e.getMessage()), e);
    }
    progress.clear();
    long taken = outcome.taken().stream().mapToLong(KeptFile::rows).sum();
    out.println(
        "Taken into the store: "
            + LoadsOptions.counted(outcome.taken().size(), "file")
            + " with "
            + LoadsOptions.counted(taken, "row")
            + (outcome.replaced().isEmpty()
                ? ""
                : "; "
                    + LoadsOptions.counted(outcome.replaced().size(), "part")
                    + " written again"));
    for (KeptPart part : outcome.made()) {
      out.println(
          "  "
              + part.set()
              + " "
              + part.months()
              + ": "
              + LoadsOptions.counted(part.rows(), "row")
              + " of "
              + LoadsOptions.counted(part.files().size(), "file"));
    }
    outcome.left().forEach((name, why) -> out.println("Left: " + name + ": " + why));
    return outcome.left().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
