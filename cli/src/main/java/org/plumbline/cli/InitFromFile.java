package org.plumbline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.profile.Answers;
import org.plumbline.profile.Interview;
import org.plumbline.profile.Proposal;
import org.plumbline.profile.RefusedAnswer;
import org.plumbline.profile.Shape;
import org.plumbline.profile.Source;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.ReportBuilder;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.terminal.TerminalReport;

/** Makes an agreement from a spreadsheet: looks, asks, writes, evaluates. */
final class InitFromFile {
  private static final Set<String> ALWAYS =
      Set.of("zone", "customer", "provider", "performing", "name");
  private static final Set<String> SHOWN = Set.of("status", "words");
  private static final String REPORT = "report.html";

  private final FromOptions options;
  private final PrintWriter out;
  private final Terminal terminal;
  private final Progress progress;
  private final Instant now;

  InitFromFile(FromOptions options, PrintWriter out, PrintWriter err, Instant now) {
    this.options = options;
    this.out = out;
    this.terminal = Terminal.ofProcess();
    this.progress = new Progress(err, terminal);
    this.now = now;
  }

  int run(String named, String from) throws IOException {
    Path folder = Shown.named(named);
    progress.say("Looking at " + from);
    SpreadsheetFile file;
    try {
      file = SpreadsheetFile.open(from, options.sheet(), options.dayStandsFirst());
    } finally {
      progress.clear();
    }
    List<String> files =
        List.of(AgreementFile.USUAL_NAME, BindingFile.NAME, "records/" + file.name(), REPORT);
    try (NewFolder made = NewFolder.begin(folder, named, files)) {
      ProfileText.print(file, out, terminal.width());
      Proposal proposal = propose(file);
      write(made.path(), file, proposal);
      First first = evaluate(made.path(), proposal);
      Files.writeString(made.path().resolve(REPORT), HtmlReport.render(first.document()));
      made.place();
      tell(folder, files, proposal, first);
    }
    return ExitCode.DONE;
  }

  private Proposal propose(SpreadsheetFile file) throws IOException {
    Interview interview = Interview.about(file.looked().profile()).orElseThrow();
    boolean monthly = file.looked().profile().shape() instanceof Shape.Monthly;
    Answers given = options.answers(monthly);
    for (String option : given.given().keySet()) {
      if (!ALWAYS.contains(option) && !interview.options().contains(option)) {
        throw options.usage("--" + option + " means nothing for this file: " + meaning(file));
      }
    }
    try {
      Answers answers = new Asking(out, terminal.width(), input()).ask(interview, given);
      var layout = file.looked().found().layout();
      LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
      return interview.propose(
          answers, new Source(file.name(), layout.separator(), layout.encoding(), today));
    } catch (RefusedAnswer e) {
      throw options.usage("--" + e.option().replace("level", "at-least") + ": " + e.getMessage());
    }
  }

  private static String meaning(SpreadsheetFile file) {
    Shape shape = file.looked().profile().shape();
    return shape instanceof Shape.Monthly
        ? "each row is a month"
        : shape instanceof Shape.Log ? "each row is an event" : "each row is a case";
  }

  private Optional<BufferedReader> input() {
    String told = System.getProperty("plumbline.input", "");
    boolean person =
        told.isEmpty() ? System.console() != null && terminal.interactive() : told.equals("true");
    return person && !options.defaults()
        ? Optional.of(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private static void write(Path folder, SpreadsheetFile file, Proposal proposal)
      throws IOException {
    Files.createDirectories(folder.resolve("records"));
    Files.copy(file.path(), folder.resolve("records").resolve(file.name()));
    Files.writeString(folder.resolve(AgreementFile.USUAL_NAME), proposal.agreement());
    Files.writeString(folder.resolve(BindingFile.NAME), proposal.binding());
  }

  /**
   * The first report.
   *
   * @param keptGood whether rows that cannot be used had to be kept as indeterminate cases
   */
  private record First(Evaluation evaluation, Document document, boolean keptGood) {}

  private First evaluate(Path folder, Proposal proposal) throws IOException {
    try {
      return evaluate(folder, proposal, RecordsOptions.usual());
    } catch (InputRefused e) {
      try {
        return evaluate(folder, proposal, RecordsOptions.keepingGood());
      } catch (InputRefused again) {
        throw new InputRefused(again.getMessage() + "\nNothing was written.", again);
      }
    }
  }

  private First evaluate(Path folder, Proposal proposal, RecordsOptions records)
      throws IOException {
    AgreementFile file = AgreementFile.open(folder.toString());
    Agreement agreement = file.agreement();
    LocalDate next = LocalDate.parse(proposal.asOf()).plusDays(1);
    Instant asOf =
        EpochMicros.toInstant(EpochMicros.of(next.atStartOfDay(agreement.zone()).toInstant()) - 1);
    try (Evaluator evaluator = Evaluator.open(file, records, asOf, now, List.of(), progress)) {
      Evaluation evaluation =
          evaluator.evaluate(
              ReportingPeriods.parse(proposal.period(), PeriodRule.federalFiscalYear()), List.of());
      return new First(evaluation, ReportBuilder.build(evaluation), records.load().keepGood());
    }
  }

  private void tell(Path folder, List<String> files, Proposal proposal, First first) {
    List<Document.Section> sections =
        first.document().sections().stream()
            .filter(section -> SHOWN.contains(section.id()))
            .toList();
    Document brief =
        new Document(
            first.document().title(),
            first.document().subtitle(),
            first.document().marking(),
            first.document().facts().stream().filter(fact -> fact.name().equals("As of")).toList(),
            sections);
    out.print(TerminalReport.render(brief, EvaluationOutput.style(terminal)));
    out.println();
    out.println("What this rests on");
    List<String> rests = new ArrayList<>(proposal.taken());
    if (first.keptGood()) {
      rests.add(
          "Some rows cannot be used as they stand (see above). They count as indeterminate, so that"
              + " no figure gets better by them; --keep-good says so below. Mend them, and leave it out.");
    }
    rests.forEach(
        line -> Lines.wrapped(line, "  · ", "    ", terminal.width()).forEach(out::println));
    out.println();
    out.println("Written to " + folder + ":");
    out.println();
    List<String> notes =
        List.of(
            "what two parties promise each other, with a note on each line",
            "which column of the file is which",
            "your file, as it was",
            "the report for a browser");
    int width = files.stream().mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < files.size(); i++) {
      out.println(
          "  " + files.get(i) + " ".repeat(width - files.get(i).length() + 2) + notes.get(i));
    }
    out.println();
    out.println("What to do next:");
    out.println();
    next(folder, proposal, first).forEach(line -> out.println("  " + line));
  }

  private static List<String> next(Path folder, Proposal proposal, First first) {
    String command = Shown.command() + " ";
    String shown = Shown.path(folder);
    String good = first.keptGood() ? " --keep-good" : "";
    String asOf = " --as-of " + proposal.asOf() + good;
    int dots = proposal.period().indexOf("..");
    String last = proposal.period().substring(dots < 0 ? 0 : dots + 2);
    List<String> lines = new ArrayList<>();
    lines.add(command + "read " + shown);
    lines.add(command + "evaluate " + shown + " --period " + proposal.period() + asOf);
    String explain =
        command + "explain " + shown + " --period " + last + " --metric " + proposal.metric();
    lines.add(explain + asOf);
    worst(first.evaluation(), proposal.metric(), last)
        .ifPresent(key -> lines.add(explain + " --case " + Shown.word(key) + asOf));
    return lines;
  }

  private static Optional<String> worst(Evaluation evaluation, String metric, String period) {
    return evaluation.stories().stream()
        .map(story -> story.outcome())
        .filter(outcome -> outcome.metric().equals(metric))
        .filter(outcome -> outcome.state() == CaseOutcome.State.NOT_MET)
        .filter(outcome -> outcome.period().filter(each -> each.name().equals(period)).isPresent())
        .map(CaseOutcome::key)
        .findFirst();
  }
}
