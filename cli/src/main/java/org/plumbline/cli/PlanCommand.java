package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.cli.question.AskedText;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.compile.WorkedOutSet;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.PlanText;
import org.plumbline.compile.sql.DuckDbDialect;
import org.plumbline.compile.sql.Sql;
import org.plumbline.records.Binding;
import org.plumbline.records.yaml.ReadBinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "What is done with the records to count a metric, step by step; needs no records.",
      "With --sql: the same as SQL, a comment at each step."
    })
final class PlanCommand implements Callable<Integer> {
  /** The dialects of SQL. */
  enum SqlDialect {
    /** The built-in engine. */
    DUCKDB
  }

  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;

  @Parameters(paramLabel = "FILE", description = "The agreement, or a folder with agreement.yaml.")
  private String file = "";

  @Option(names = "--metric", required = true, paramLabel = "ID", description = "The metric.")
  private String metric = "";

  @Option(names = "--sql", paramLabel = "duckdb", description = "Print SQL of this dialect.")
  private @Nullable SqlDialect sql;

  @Override
  public Integer call() throws IOException {
    AgreementFile opened = AgreementFile.open(file);
    Agreement agreement = opened.agreement();
    Metric term = agreement.metrics().get(metric);
    if (term == null) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(),
          "--metric: the agreement has no metric "
              + AskedText.quoted(metric)
              + "; it has "
              + String.join(", ", agreement.metrics().keySet()));
    }
    Binding binding =
        BindingFile.find(agreement, List.of(opened.folder().resolve("records"), opened.folder()))
            .flatMap(ReadBinding::binding)
            .orElseGet(Binding::byNames);
    PlannedRecords planned = PlannedRecords.of(agreement, term.records(), binding, root.now());
    CompiledSet compiled =
        Compiler.compile(agreement, planned.stored(), List.of(metric), root.now());
    PrintWriter out = spec.commandLine().getOut();
    for (WorkedOutSet set : planned.workedOut()) {
      set.plans()
          .forEach(
              (table, plan) -> {
                out.println("-- " + set.set() + " is worked out first: " + table);
                out.println(text(plan) + "\n");
              });
    }
    out.println(text(compiled.results()));
    return ExitCode.DONE;
  }

  private String text(Plan plan) {
    return sql == null
        ? PlanText.of(plan).stripTrailing()
        : Sql.inSteps(plan, new DuckDbDialect()).stripTrailing();
  }
}
