package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.finding.Finding;
import org.plumbline.forms.CommentMatrix;
import org.plumbline.forms.DraftTerms;
import org.plumbline.forms.Filled;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.ResponsibilityRows;
import org.plumbline.workbook.NewWorkbook;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.Workbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline fill}. */
@Command(
    name = "fill",
    mixinStandardHelpOptions = true,
    description = {
      "A form in Excel, filled in. With --form your own workbook is copied, and only the cells"
          + " that",
      "differ are written; without it a workbook is made.",
      " ",
      "  responsibilities  a responsibility matrix, of a concept of operations",
      "  comments          a comment resolution matrix, of the drafting comments on an agreement"
    },
    footer = {
      "",
      "  plumbline fill responsibilities conops.yaml -o raci.xlsx",
      "  plumbline fill responsibilities conops.yaml --form our-raci.xlsx -o our-raci-filled.xlsx"
    })
final class FillCommand implements Callable<Integer> {

  /** What can be filled in. */
  enum Kind {
    /** A responsibility matrix. */
    RESPONSIBILITIES,
    /** A comment resolution matrix. */
    COMMENTS
  }

  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;

  @Parameters(index = "0", paramLabel = "KIND", description = "Which form, as above.")
  private Kind kind = Kind.RESPONSIBILITIES;

  @Parameters(
      index = "1",
      paramLabel = "FILE|DIR",
      description =
          "The concept of operations, or an agreement (for responsibilities: including one).")
  private String source = "";

  @Option(
      names = "--form",
      paramLabel = "FILE.xlsx",
      description = "The workbook to fill in; its other content stays as it is.")
  private Optional<String> form = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE.xlsx",
      description = "Where it goes; a file that is there is not written over.")
  private Path output = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!output.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx")) {
      throw new ParameterException(spec.commandLine(), "-o names a .xlsx");
    }
    NewFile.refuseWhatIsThere(output);
    try {
      switch (kind) {
        case RESPONSIBILITIES -> responsibilities();
        case COMMENTS -> comments();
      }
    } catch (RefusedWorkbook e) {
      throw FormFile.refused(form.orElse(source), e);
    } catch (Workbook.TooLarge e) {
      throw new InputRefused(form.orElse(source) + ": the workbook " + e.getMessage(), e);
    }
    spec.commandLine().getErr().println("Written: " + output);
    return ExitCode.DONE;
  }

  private void responsibilities() throws IOException, RefusedWorkbook {
    Conops conops = conops();
    if (form.isEmpty()) {
      var sheet = ResponsibilityRows.sheet(conops);
      NewFile.write(output, to -> NewWorkbook.write(to, conops.title(), List.of(sheet)));
      return;
    }
    Path from = FormFile.named(form.get());
    List<FormTable> tables = FormTable.of(form.get(), from);
    Filled filled =
        ResponsibilityRows.into(conops, tables, terms(conops))
            .orElseThrow(
                () ->
                    new InputRefused(
                        form.get()
                            + " has no responsibility matrix\nWrite a row of headings with Activity"
                            + " and the roles; or leave --form out"));
    FormFile.fill(from, output, filled, spec.commandLine().getOut());
  }

  private void comments() throws IOException, RefusedWorkbook {
    AgreementFile file = AgreementFile.open(source);
    LocalDate today = root.now().atZone(file.agreement().zone()).toLocalDate();
    List<Path> bindings = List.of(file.folder().resolve("records"), file.folder());
    List<Finding> findings =
        CheckedText.of(file.path(), file.read(), bindings, List.of(), Optional.empty()).findings();
    var comments = CommentMatrix.of(file.agreement().title(), findings, today);
    if (form.isEmpty()) {
      String title = "Comments on " + file.agreement().title();
      NewFile.write(
          output, to -> NewWorkbook.write(to, title, List.of(CommentMatrix.sheet(comments))));
      return;
    }
    Path from = FormFile.named(form.get());
    Filled filled =
        CommentMatrix.into(comments, FormTable.of(form.get(), from))
            .orElseThrow(
                () ->
                    new InputRefused(
                        form.get()
                            + " has no comment resolution matrix\nIts headings are No., Section,"
                            + " Comment …; or leave --form out"));
    FormFile.fill(from, output, filled, spec.commandLine().getOut());
  }

  private DraftTerms terms(Conops conops) {
    LocalDate today = root.now().atZone(ZoneOffset.UTC).toLocalDate();
    return new DraftTerms(
        name(conops, Party.CUSTOMER),
        name(conops, Party.PROVIDER),
        Optional.of(conops.zone().getId()),
        Optional.empty(),
        Optional.empty(),
        today);
  }

  private static Optional<String> name(Conops conops, String party) {
    return Optional.ofNullable(conops.parties().get(party)).map(Party::name);
  }

  private Conops conops() throws IOException {
    Path path = Shown.named(source);
    if (Files.isRegularFile(path)) {
      var read = CompanionYaml.conops(source, AgreementFile.bytes(path));
      if (read.document().isPresent()) {
        return read.document().get();
      }
    }
    AgreementFile file = AgreementFile.open(source);
    return CompanionYaml.included(
            file.agreement(),
            org.plumbline.agreement.yaml.AgreementFile.folderOf(file.path()),
            file.path().toString())
        .companions()
        .conops()
        .orElseThrow(
            () ->
                new InputRefused(
                    source
                        + " is no concept of operations and includes none\nWrite includes: {conops:"
                        + " conops.yaml}"));
  }
}
