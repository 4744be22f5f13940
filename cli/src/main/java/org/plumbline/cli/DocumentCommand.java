package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.register.Register;
import org.plumbline.register.yaml.ReadRegister;
import org.plumbline.register.yaml.RegisterYaml;
import org.plumbline.report.Document;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.office.PdfDocument;
import org.plumbline.report.office.WordDocument;
import org.plumbline.report.paper.ChangeRequestForm;
import org.plumbline.report.paper.InteragencyInputs;
import org.plumbline.report.paper.SlaDocument;
import org.plumbline.report.paper.Source;
import org.plumbline.report.paper.SurveillancePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline document}. */
@Command(
    name = "document",
    mixinStandardHelpOptions = true,
    description = {
      "Make a document that people sign or file from the text of an agreement.",
      " ",
      "  sla             the agreement itself, with a page to sign",
      "  qasp            the surveillance plan: requirements summary, how each is watched",
      "  iaa             what FS Forms 7600A and 7600B take from it, and whether they fit",
      "  change-request  a form, filled in as far as the amendment says"
    },
    footer = {
      "",
      "  plumbline document sla first -o sla.docx",
      "  plumbline document sla first -o sla.pdf",
      "",
      "The report of a period comes from: plumbline evaluate first --period 2025-Q1 -o report.docx"
    })
final class DocumentCommand implements Callable<Integer> {
  /** What can be made. */
  enum Kind {
    /** The agreement itself. */
    SLA,
    /** The surveillance plan. */
    QASP,
    /** Inputs to an interagency agreement. */
    IAA,
    /** A form for a change. */
    CHANGE_REQUEST;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;

  @Parameters(index = "0", paramLabel = "KIND", description = "Which: ${COMPLETION-CANDIDATES}.")
  private @Nullable Kind kind;

  @Parameters(
      index = "1",
      paramLabel = "FILE|DIR",
      description = "The agreement, or a folder with agreement.yaml or versions.")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where it goes; its ending says how: .docx, .pdf, .html.")
  private @Nullable Path output;

  @Option(
      names = "--made",
      paramLabel = "TIME",
      description =
          "When the document says it was made, so that making it again gives the same file (now).")
  private @Nullable String made;

  @Override
  public Integer call() throws IOException {
    AgreementFile read = AgreementFile.open(file);
    Agreement agreement = read.agreement();
    Instant at = made == null ? root.now() : moment(made, agreement);
    Source source = new Source(agreement, read.hash(), register(read), at, EngineName.program());
    Path to = java.util.Objects.requireNonNull(output);
    Document document =
        switch (java.util.Objects.requireNonNull(kind)) {
          case SLA -> SlaDocument.of(source);
          case QASP -> SurveillancePlan.of(source);
          case IAA -> InteragencyInputs.of(source);
          case CHANGE_REQUEST -> ChangeRequestForm.of(source);
        };
    Files.write(to, bytes(document, to, at));
    PrintWriter err = spec.commandLine().getErr();
    err.println("Written: " + to);
    return ExitCode.DONE;
  }

  private byte[] bytes(Document document, Path to, Instant at) {
    String name = to.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".docx")) {
      return WordDocument.write(document, at);
    }
    if (name.endsWith(".pdf")) {
      return PdfDocument.write(document, at);
    }
    if (name.endsWith(".html") || name.endsWith(".htm")) {
      return HtmlReport.render(document).getBytes(StandardCharsets.UTF_8);
    }
    throw new ParameterException(
        spec.commandLine(), "-o: the name of the file ends with .docx, .pdf or .html");
  }

  private static Register register(AgreementFile file) throws IOException {
    Optional<Path> path = RegisterFile.in(List.of(file.folder()));
    if (path.isEmpty()) {
      return Register.none(file.agreement().id());
    }
    ReadRegister read =
        RegisterYaml.read(
            Shown.relative(path.get()), AgreementFile.bytes(path.get()), file.agreement());
    return read.register()
        .orElseThrow(() -> AgreementFile.refusal(path.get().toString(), read.findings()));
  }

  private Instant moment(String text, Agreement agreement) {
    try {
      return EvaluateOptions.moment(text, agreement);
    } catch (RefusedInputException e) {
      throw new ParameterException(spec.commandLine(), "--made: " + e.getMessage());
    }
  }
}
