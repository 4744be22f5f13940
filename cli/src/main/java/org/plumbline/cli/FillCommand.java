package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.finding.Finding;
import org.plumbline.forms.CommentMatrix;
import org.plumbline.forms.DraftTerms;
import org.plumbline.forms.Filled;
import org.plumbline.forms.FormAnswers;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.GovernanceAnswers;
import org.plumbline.forms.RaidLog;
import org.plumbline.forms.ResponsibilityRows;
import org.plumbline.report.Evaluation;
import org.plumbline.report.PlainText;
import org.plumbline.report.office.AboutSheet;
import org.plumbline.report.paper.ConceptSource;
import org.plumbline.report.paper.InteragencyInputs;
import org.plumbline.report.paper.Source;
import org.plumbline.report.paper.StatusForm;
import org.plumbline.report.paper.SuccessForm;
import org.plumbline.workbook.DocumentAnswers;
import org.plumbline.workbook.FilledDocument;
import org.plumbline.workbook.FilledSlides;
import org.plumbline.workbook.NewWorkbook;
import org.plumbline.workbook.NewWorkbook.NewSheet;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.SlideAnswers;
import org.plumbline.workbook.Workbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "A form in Excel or Word, filled in. With --form your own is copied, and only what differs",
      "is written; without it a workbook is made.",
      " ",
      "  responsibilities  a responsibility matrix, of a concept of operations",
      "  comments          a comment resolution matrix, of the drafting comments on an agreement",
      "  change-request    a change request form in Word, of an amendment",
      "  conops            a template of a concept of operations in Word, of one",
      "  governance        a template of a governance plan in Word, of an agreement",
      "  iaa               terms and conditions of an interagency agreement in Word: what the",
      "                    agreement gives to FS Forms 7600A and 7600B comes behind them",
      "  status            slides of a status report, of an agreement and its results (--period)",
      "  success-metrics   the slide of success metrics with their baselines and targets, also in"
          + " a",
      "                    Word table embedded in it, of an agreement that includes some, or"
          + " --success"
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
    COMMENTS,
    /** A change request form. */
    CHANGE_REQUEST,
    /** A template of a concept of operations. */
    CONOPS,
    /** A template of a governance plan. */
    GOVERNANCE,
    /** Terms and conditions of an interagency agreement. */
    IAA,
    /** Slides of a status report. */
    STATUS,
    /** A slide of success metrics. */
    SUCCESS_METRICS;

    /** How the name of such a file ends. */
    String ending() {
      return switch (this) {
        case RESPONSIBILITIES, COMMENTS -> ".xlsx";
        case CHANGE_REQUEST, CONOPS, GOVERNANCE, IAA -> ".docx";
        case STATUS, SUCCESS_METRICS -> ".pptx";
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
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
      paramLabel = "FILE",
      description = "The workbook or document to fill in; its other content stays as it is.")
  private Optional<String> form = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where it goes; a file that is there is not written over.")
  private Path output = Path.of("");

  @Option(
      names = "--raid",
      paramLabel = "FILE.xlsx",
      description =
          "Of status: a RAID log whose open risks and issues stand first, the worst on top.")
  private Optional<String> raid = Optional.empty();

  @Option(
      names = "--success",
      paramLabel = "FILE",
      description = "The success metrics, where the agreement does not include them.")
  private Optional<String> success = Optional.empty();

  @Mixin private MadeOption made;

  @Mixin private DocumentPeriod period;

  @Override
  public Integer call() throws IOException {
    if (!output.toString().toLowerCase(Locale.ROOT).endsWith(kind.ending())) {
      throw new ParameterException(spec.commandLine(), "-o names a " + kind.ending());
    }
    NewFile.refuseWhatIsThere(output);
    try {
      switch (kind) {
        case RESPONSIBILITIES -> responsibilities();
        case COMMENTS -> comments();
        case CHANGE_REQUEST, CONOPS, GOVERNANCE, IAA -> word();
        case STATUS -> status();
        case SUCCESS_METRICS -> successMetrics();
      }
    } catch (RefusedWorkbook e) {
      throw FormFile.refused(form.orElse(source), e);
    } catch (Workbook.TooLarge e) {
      throw new InputRefused(form.orElse(source) + ": the workbook " + e.getMessage(), e);
    }
    spec.commandLine().getErr().println("Written: " + output);
    return ExitCode.DONE;
  }

  private Source source(AgreementFile file) throws IOException {
    return DocumentParts.source(file, made.at(root.now(), file.agreement().zone()));
  }

  private ConceptSource concept(Conops conops) throws IOException {
    return DocumentParts.concept(source, made.at(root.now(), conops.zone()));
  }

  private void responsibilities() throws IOException, RefusedWorkbook {
    Conops conops = conops();
    ConceptSource of = concept(conops);
    if (form.isEmpty()) {
      var sheet = ResponsibilityRows.sheet(conops);
      List<NewSheet> sheets = AboutSheet.behind(sheet, conops.title(), of.marking(), of.facts());
      NewFile.write(output, to -> NewWorkbook.write(to, conops.title(), sheets));
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
    FormFile.fill(from, output, filled, about(of), spec.commandLine().getOut());
  }

  private static Map<String, String> about(ConceptSource of) {
    return AboutSheet.properties(of.marking(), of.facts());
  }

  private static Map<String, String> about(Source of) {
    return AboutSheet.properties(of.agreement().marking(), of.facts());
  }

  private void word() throws IOException, RefusedWorkbook {
    if (kind == Kind.CONOPS) {
      Conops conops = conops();
      word(
          new DocumentAnswers(label -> Optional.empty(), FormAnswers.conops(conops)),
          about(concept(conops)));
      return;
    }
    AgreementFile file = AgreementFile.open(source);
    Source of = source(file);
    DocumentAnswers answers =
        switch (kind) {
          case CHANGE_REQUEST ->
              new DocumentAnswers(
                  FormAnswers.changeRequest(file.agreement(), file.hash()),
                  heading -> Optional.empty());
          case IAA ->
              new DocumentAnswers(
                  label -> Optional.empty(),
                  heading -> Optional.empty(),
                  words -> Optional.empty(),
                  headings -> List.of(),
                  InteragencyInputs.behind(of));
          case GOVERNANCE ->
              GovernanceAnswers.of(
                  file.agreement(),
                  DocumentParts.conops(file),
                  file.hash(),
                  of.made().atZone(file.agreement().zone()).toLocalDate());
          case RESPONSIBILITIES, COMMENTS, CONOPS, STATUS, SUCCESS_METRICS ->
              throw new IllegalStateException(kind + " is filled elsewhere");
        };
    word(answers, about(of));
  }

  /** A Word form, copied; only what it asks for and is known is filled in. */
  private void word(DocumentAnswers answers, Map<String, String> about)
      throws IOException, RefusedWorkbook {
    Path from = form();
    NewFile.<RefusedWorkbook>write(
        output,
        to -> {
          List<String> filled = FilledDocument.fill(from, to, answers, about);
          told(filled.stream().map(FillCommand::told).toList());
        });
  }

  private static String told(String filled) {
    return filled.startsWith("added: ") ? filled : "filled in: " + filled;
  }

  /** Slides, copied; free rows of their tables are filled in. */
  private void status() throws IOException, RefusedWorkbook {
    Path from = form();
    AgreementFile file = AgreementFile.open(source);
    List<StatusForm.Risk> risks = raid.isPresent() ? risks(raid.get()) : List.of();
    Evaluation results = period.evaluate(file, root.now());
    LocalDate day = results.results().asOf().atZone(file.agreement().zone()).toLocalDate();
    SlideAnswers answers = StatusForm.of(source(file), results, day, risks);
    NewFile.<RefusedWorkbook>write(output, to -> told(FilledSlides.fill(from, to, answers)));
  }

  /** Slides, copied; the table of success metrics on them is filled in. */
  private void successMetrics() throws IOException, RefusedWorkbook {
    Path from = form();
    AgreementFile file = AgreementFile.open(source);
    SlideAnswers answers = SuccessForm.of(source(file), DocumentParts.success(file, success));
    NewFile.<RefusedWorkbook>write(output, to -> told(FilledSlides.fill(from, to, answers)));
  }

  /** What a log of people holds and is not closed, the worst first. */
  private static List<StatusForm.Risk> risks(String log) throws IOException {
    Path path = FormFile.named(log);
    try {
      return RaidLog.open(FormTable.of(log, path)).stream()
          .map(
              open ->
                  new StatusForm.Risk(
                      open.title() + " (" + open.kind() + " " + open.number() + ")",
                      (open.response().isEmpty() ? "No response is written" : open.response())
                          + (open.owner().isEmpty() ? "" : " (" + open.owner() + ")")))
          .toList();
    } catch (RefusedWorkbook e) {
      throw FormFile.refused(log, e);
    }
  }

  private void told(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(line -> out.println(PlainText.clean(line)));
    if (lines.isEmpty()) {
      out.println("Nothing that the form asks for is known; it is copied as it is.");
    }
  }

  private Path form() {
    return FormFile.named(
        form.orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--form FILE"
                        + kind.ending()
                        + ": the form to fill in"
                        + switch (kind) {
                          case CHANGE_REQUEST, CONOPS, IAA ->
                              "; without one write plumbline document " + kind;
                          case STATUS -> "; without one write plumbline evaluate -o status.pptx";
                          case SUCCESS_METRICS ->
                              "; without one write plumbline document success-metrics";
                          case GOVERNANCE, RESPONSIBILITIES, COMMENTS -> "";
                        })));
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
      List<NewSheet> sheets =
          AboutSheet.behind(
              CommentMatrix.sheet(comments),
              title,
              file.agreement().marking(),
              source(file).facts());
      NewFile.write(output, to -> NewWorkbook.write(to, title, sheets));
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
    FormFile.fill(from, output, filled, about(source(file)), spec.commandLine().getOut());
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
