package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.StoreCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline loads verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Hold each part of the store, and the bytes of each file, against their checksums, and the",
      "rows of the parts against those bytes, cell by cell; exit code 1 if something differs."
    })
final class LoadsVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private LoadsCommand loads;
  @Mixin private LoadsOptions options;

  @Override
  public Integer call() throws IOException {
    LoadsOptions.Opened opened = options.open(loads.now());
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(spec.commandLine().getErr(), Terminal.ofProcess());
    StoreCheck check;
    try (Database database = opened.database()) {
      check = StoreCheck.of(database, opened.store(), opened.binding(), progress);
    }
    progress.clear();
    out.println(
        LoadsOptions.counted(opened.store().files().size(), "file")
            + " in the store, "
            + check.originals()
            + " with their bytes; "
            + LoadsOptions.counted(opened.store().parts().size(), "part")
            + "; "
            + LoadsOptions.counted(check.compared(), "row")
            + " compared with the bytes that they were read from.");
    if (check.problems().isEmpty()) {
      out.println("All as it was written.");
      return ExitCode.DONE;
    }
    out.println("Not as it was written:");
    check.problems().forEach(problem -> out.println("  - " + problem));
    return ExitCode.FINDINGS;
  }
}
