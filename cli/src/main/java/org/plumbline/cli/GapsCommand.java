package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.agreement.companion.Offer;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.forms.GapRisks;
import org.plumbline.gap.Gap;
import org.plumbline.gap.Gaps;
import org.plumbline.gap.Proposal;
import org.plumbline.judge.Results;
import org.plumbline.register.Version;
import org.plumbline.report.Document;
import org.plumbline.report.GapDocument;
import org.plumbline.report.json.GapJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline gaps}. */
@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description = {
      "What is required, promised and offered, beside what the past has shown.",
      "For each promise that was not kept, the amendment that the past would support."
    },
    footer = {
      "",
      "  plumbline gaps first --periods 2025-01..2025-12",
      "  plumbline gaps first --periods 2025 --offer offer.yaml --draft amendment.yaml"
    })
final class GapsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;
  @Mixin private PastOptions options;

  @Option(
      names = "--offer",
      paramLabel = "FILE",
      description = "The provider’s offer (else the one that the agreement includes).")
  private Optional<Path> offer = Optional.empty();

  @Option(
      names = "--draft",
      paramLabel = "FILE",
      description = "Write the agreement with all that is proposed, as an amendment, to this file.")
  private Optional<Path> draft = Optional.empty();

  @Mixin private GapRiskOptions risks;

  @Override
  public Integer call() throws Exception {
    risks.refuseWhatIsThere();
    PrintWriter err = spec.commandLine().getErr();
    Terminal terminal = Terminal.ofProcess();
    AgreementFile file = AgreementFile.open(options.file());
    Instant asOf = options.asOf(file.agreement(), root.now());
    ReportingPeriod asked = options.periods(file.shown(asOf));
    try (PastRun past =
        PastRun.open(
            file,
            options.records(),
            asOf,
            options.knownAt(file.agreement(), root.now()),
            List.of(),
            Keeping.NOTHING,
            new Progress(err, terminal))) {
      return answer(past, asked, terminal);
    }
  }

  /** The terms in force at the end, beside what was shown under the terms then in force. */
  private int answer(PastRun past, ReportingPeriod asked, Terminal terminal) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Version last = past.versions().last();
    Agreement agreement = last.agreement();
    Path path = Path.of(last.file());
    Folder beside = org.plumbline.agreement.yaml.AgreementFile.folderOf(path);
    Companions companions = CompanionYaml.included(agreement, beside, path.toString()).companions();
    Optional<Offer> offered =
        offer.isPresent() ? Optional.of(read(offer.get())) : companions.offer();
    Results results = past.results(asked);
    List<Gap> gaps =
        Gaps.of(
            agreement,
            results.results(),
            result -> past.was().under().map(it -> it.isMeasuredAlike(result)).orElse(true),
            past.partyTimes(results),
            MissedTimes.of(past.was().cases(), results),
            offered,
            companions.requirements());
    if (gaps.isEmpty()) {
      throw new InputRefused("no metric has a period in " + asked.name());
    }
    String text = Files.readString(path, StandardCharsets.UTF_8);
    Map<Gap, List<String>> patches = new LinkedHashMap<>();
    gaps.stream()
        .filter(gap -> gap.proposal().isPresent())
        .forEach(gap -> patches.put(gap, Proposal.patch(text, agreement, beside, gap)));
    Document document =
        GapDocument.of(agreement, gaps, patches, asked, last.hash(), results.asOf(), past.heeded());
    PastPaper paper = options.paper(agreement, past.files(), root.now());
    options.put(
        document,
        () -> GapJson.write(agreement, gaps, patches, asked, last.hash()),
        terminal,
        paper);
    risks.write(
        GapRisks.of(
            agreement,
            gaps,
            asked,
            last.hash(),
            results.asOf().atZone(agreement.zone()).toLocalDate()),
        paper.of(document),
        spec.commandLine());
    if (draft.isPresent()) {
      LocalDate end = agreement.performancePeriod().until();
      LocalDate effective = asked.until().plusDays(1);
      Optional<String> amended =
          Proposal.text(
              text, agreement, beside, last.hash(), gaps, effective.isAfter(end) ? end : effective);
      if (amended.isPresent()) {
        EvaluationOutput.put(amended.get(), draft, spec.commandLine().getOut(), err);
      } else {
        err.println("Nothing to amend: every promise was kept, or it cannot be said.");
      }
    }
    return ExitCode.DONE;
  }

  private static Offer read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputRefused("no such file: " + file);
    }
    var read = CompanionYaml.offer(file.toString(), AgreementFile.bytes(file));
    return read.document()
        .orElseThrow(() -> AgreementFile.refusal(file.toString(), read.findings()));
  }
}
