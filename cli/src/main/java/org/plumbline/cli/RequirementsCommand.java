package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Requirements;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.report.PlainText;
import org.plumbline.report.office.AboutSheet;
import org.plumbline.requirements.RequirementsMatrix;
import org.plumbline.requirements.RequirementsMatrix.Column;
import org.plumbline.requirements.RequirementsMatrix.MatrixRow;
import org.plumbline.requirements.RequirementsText;
import org.plumbline.wording.Wording;
import org.plumbline.workbook.RefusedWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline requirements}. */
@Command(
    name = "requirements",
    mixinStandardHelpOptions = true,
    description = {
      "A requirements traceability matrix (M3 Playbook) beside an agreement: lists it, makes the",
      "document requirements.yaml of it, writes the workbook back with metrics and steps filled in."
    },
    footer = {
      "",
      "  plumbline requirements matrix.xlsx",
      "  plumbline requirements matrix.xlsx -o requirements.yaml",
      "  plumbline requirements matrix.xlsx --agreement agreement.yaml -o matrix-linked.xlsx"
    })
final class RequirementsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;
  @Mixin private MadeOption made;

  @Parameters(paramLabel = "MATRIX.xlsx", description = "The workbook.")
  private String file = "";

  @Option(
      names = "--agreement",
      paramLabel = "FILE",
      description = "The agreement whose requirements document holds the links.")
  private @Nullable String agreement;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "A .yaml (the document) or a .xlsx (the workbook written back).")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Path path = Shown.named(file);
    if (!Files.isRegularFile(path)) {
      throw new InputRefused(
          Files.exists(path) ? file + " is not a file" : "no such file: " + file);
    }
    try {
      run(path, RequirementsMatrix.read(path));
    } catch (RefusedWorkbook e) {
      throw new InputRefused(file + ": " + e.found() + "\n" + e.right(), e);
    }
    return ExitCode.DONE;
  }

  private void run(Path path, RequirementsMatrix matrix) throws IOException, RefusedWorkbook {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isEmpty()) {
      matrix.rows().forEach(row -> out.println(line(row)));
      out.println();
      out.println(
          file + ": " + matrix.rows().size() + " requirements in the sheet " + matrix.sheet());
      return;
    }
    Path to = output.get();
    String name = to.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      Files.writeString(to, document(to, matrix), StandardCharsets.UTF_8);
    } else if (name.endsWith(".xlsx") && agreement != null) {
      if (Files.exists(to) && Files.isSameFile(path, to)) {
        throw new InputRefused("the workbook would be written over itself\nName another file");
      }
      AgreementFile opened = AgreementFile.open(agreement);
      var of = DocumentParts.source(opened, made.at(root.now(), opened.agreement().zone()));
      matrix.writeBack(
          path, to, texts(opened), AboutSheet.properties(of.agreement().marking(), of.facts()));
    } else {
      throw new ParameterException(
          spec.commandLine(), "-o names a .yaml, or a .xlsx together with --agreement");
    }
    spec.commandLine().getErr().println("Written: " + to);
  }

  private static String line(MatrixRow row) {
    String fit = row.text(Column.FIT);
    String line =
        row.text(Column.ID)
            + (row.text(Column.PRIORITY).isEmpty() ? "" : "  " + row.text(Column.PRIORITY))
            + (fit.isEmpty() ? "" : "  " + fit)
            + "  "
            + row.text(Column.TEXT).replaceAll("\\s+", " ");
    return PlainText.clean(line);
  }

  /** The document; what stands in the file already keeps its links. */
  private static String document(Path to, RequirementsMatrix matrix) throws IOException {
    boolean there = Files.exists(to);
    Optional<Requirements> before =
        there
            ? CompanionYaml.requirements(to.toString(), AgreementFile.bytes(to)).document()
            : Optional.empty();
    if (there && before.isEmpty()) {
      throw new InputRefused(
          to + " is there and holds no requirements, or has errors\nName another file, or mend it");
    }
    return RequirementsText.of(
        before.map(Requirements::id).orElse("requirements"),
        before.map(Requirements::title).orElse("Requirements traceability matrix"),
        matrix,
        before);
  }

  /** What the agreement says to each requirement: metrics, steps, what is promised. */
  private static Map<String, List<String>> texts(AgreementFile opened) {
    Agreement draft = opened.agreement();
    CompanionYaml.Read beside =
        CompanionYaml.included(
            draft,
            org.plumbline.agreement.yaml.AgreementFile.folderOf(opened.path()),
            opened.path().toString());
    Requirements requirements =
        beside
            .companions()
            .requirements()
            .orElseThrow(
                () ->
                    draft.includes().containsKey("requirements")
                        ? AgreementFile.refusal(
                            opened.path() + " with what it includes", beside.findings())
                        : new InputRefused(
                            opened.path()
                                + " includes no requirements\nWrite includes: {requirements:"
                                + " requirements.yaml}"));
    Wording wording = Wording.of(draft);
    Map<String, List<String>> texts = new LinkedHashMap<>();
    requirements
        .requirements()
        .forEach(
            (id, need) -> {
              List<String> known =
                  need.metrics().stream().filter(draft.metrics()::containsKey).toList();
              texts.put(
                  id,
                  List.of(
                      String.join(", ", known),
                      String.join(", ", need.steps()),
                      promised(draft, need, known.stream().map(wording::metric).toList())));
            });
    return texts;
  }

  /** The sentences of metrics, and the clauses that say it in prose. */
  private static String promised(
      Agreement draft, Requirements.Requirement need, List<String> sentences) {
    List<String> all = new ArrayList<>(sentences);
    draft.clauses().stream()
        .filter(clause -> need.clauses().contains(clause.id()))
        .forEach(clause -> all.add("Clause " + clause.id() + ": " + clause.heading() + "."));
    return String.join(" ", all);
  }
}
