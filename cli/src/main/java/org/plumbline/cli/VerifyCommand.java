package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.LoadStore;
import org.plumbline.register.Checksum;
import org.plumbline.register.Publication;
import org.plumbline.report.Evaluation;
import org.plumbline.report.json.PublishedResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Recompute a publication from what lies in it, and compare to the last digit.",
      "Names each file that is not as it was published, and each value that comes out otherwise;",
      "exit code 1 if there is one. It needs no network and asks nobody."
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that evaluate --publish has written.")
  private String folder = "";

  @Option(
      names = "--records",
      paramLabel = "DIR",
      description = "Where the records are, if they were published by their checksums alone.")
  private Optional<Path> records = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Bundle bundle = Bundle.open(Shown.named(folder));
    Publication publication = bundle.publication();
    List<String> problems = new ArrayList<>(bundle.problems());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Publication no. "
            + publication.number()
            + " of "
            + publication.agreement()
            + ", "
            + publication.periods()
            + ", as of "
            + publication.asOf());
    out.println(bundle.hash());
    Path source = source(bundle, problems);
    if (problems.isEmpty()) {
      out.println("Files: " + publication.files().size() + ", each as it was published.");
      recompute(bundle, source, problems);
    }
    if (problems.isEmpty()) {
      out.println("Results: recomputed, the same to the last digit.");
      publication
          .restates()
          .ifPresent(
              restated -> {
                out.println("It restates " + restated.publication() + ": " + restated.reason());
                restated.changes().forEach(change -> out.println("  - " + change));
              });
      return ExitCode.DONE;
    }
    out.println("Not as published:");
    problems.forEach(problem -> out.println("  - " + problem));
    return ExitCode.FINDINGS;
  }

  /** The records: of the bundle, or those named, if they have the checksums published. */
  private Path source(Bundle bundle, List<String> problems) throws IOException {
    Path inside = bundle.folder().resolve(Publication.RECORDS);
    List<Publication.File> left =
        bundle.publication().files().stream().filter(file -> !file.included()).toList();
    if (left.isEmpty()) {
      return inside;
    }
    if (records.isEmpty()) {
      throw new InputRefused(
          "the records were published by their checksums alone\nName them with --records DIR");
    }
    LoadStore store = LoadStore.of(records.get());
    for (Publication.File file : left) {
      String name = file.path().substring(Publication.RECORDS.length() + 1);
      Path path = records.get().resolve(name);
      Optional<KeptFile> kept = store.file(name);
      if (kept.isPresent()) {
        if (!stored(store, kept.get(), file)) {
          problems.add(path + ": other content in the store than was published");
        }
      } else if (!java.nio.file.Files.isRegularFile(path)) {
        problems.add(path + ": missing");
      } else if (!Checksum.of(path).equals(file.sha256())) {
        problems.add(path + ": other content than was published");
      }
    }
    return records.get();
  }

  /**
   * Whether a file of the store is as it was published: by its bytes, or where they are kept no
   * longer by the checksum under which its rows were taken in.
   */
  private boolean stored(LoadStore store, KeptFile kept, Publication.File file) throws IOException {
    if (store.hasOriginal(kept)) {
      return LoadStore.checksum(store.open(kept)).equals(file.sha256());
    }
    spec.commandLine()
        .getOut()
        .println("By its rows in the store, its bytes are kept no longer: " + kept.name());
    return kept.sha256().equals(file.sha256());
  }

  private void recompute(Bundle bundle, Path source, List<String> problems) throws IOException {
    Publication publication = bundle.publication();
    AgreementFile file =
        AgreementFile.open(bundle.folder().resolve(Publication.AGREEMENT).toString());
    Agreement agreement = file.shown(publication.asOf());
    for (String metric : publication.metrics()) {
      if (!agreement.metrics().containsKey(metric)) {
        throw new InputRefused(Publication.NAME + " names a metric that is not there: " + metric);
      }
    }
    Evaluation evaluation;
    try (Evaluator evaluator =
        Evaluator.open(
            file,
            RecordsOptions.of(
                source, bundle.folder().resolve(Publication.RECORDS), publication.keepGood()),
            publication.asOf(),
            publication.knownAt(),
            publication.shown(),
            new Progress(spec.commandLine().getErr(), Terminal.PLAIN))) {
      evaluation = evaluator.evaluate(period(publication, agreement), publication.metrics());
    }
    problems.addAll(
        PublishedResults.differences(bundle.results(), PublishedResults.of(evaluation)));
    List<String> versions =
        evaluation
            .versions()
            .map(under -> under.versions().versions().stream().map(each -> each.hash()).toList())
            .orElseGet(() -> List.of(evaluation.version()));
    if (!versions.equals(publication.versions())) {
      problems.add("the versions of the agreement have other hashes than were published");
    }
  }

  private static ReportingPeriod period(Publication publication, Agreement agreement) {
    try {
      return ReportingPeriods.parse(publication.periods(), EvaluateOptions.fiscalYear(agreement));
    } catch (RefusedInputException e) {
      throw new InputRefused(Publication.NAME + ", periods: " + e.getMessage(), e);
    }
  }
}
