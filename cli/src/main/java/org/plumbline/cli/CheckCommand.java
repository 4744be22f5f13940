package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Agreement;
import org.plumbline.catalog.Catalog;
import org.plumbline.check.Alignment;
import org.plumbline.check.BindingFacts;
import org.plumbline.check.Checker;
import org.plumbline.check.NotEvaluated;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;
import org.plumbline.records.yaml.ReadBinding;
import org.plumbline.register.VersionFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "What is wrong with an agreement: file, line and column, what was found, what would be right.",
      "Everything at once, in file order; exit code 1 if one of the findings is an error."
    })
final class CheckCommand implements Callable<Integer> {
  /** How to answer. */
  enum Format {
    /** A line a finding. */
    TEXT,
    /** The same as data. */
    JSON,
    /** The same for tools that show findings beside the text (SARIF 2.1.0). */
    SARIF
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "The agreement, or a folder with agreement.yaml or versions.")
  private String file = "";

  @Option(names = "--format", paramLabel = "text|json|sarif", description = "How to answer (text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--catalog",
      paramLabel = "FILE.xlsx",
      description = {
        "A catalog of measures: metrics that implement a measure are compared with it, and for the",
        "others likely measures are named. May stand several times."
      })
  private List<String> catalogs = List.of();

  @Override
  public Integer call() throws IOException {
    AgreementFile opened = AgreementFile.open(file);
    List<Finding> findings = findings(opened, catalogs());
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> text(opened, findings).forEach(out::println);
      case JSON -> out.println(Json.text(json(opened, findings)));
      case SARIF -> out.println(Json.text(Sarif.of(findings)));
    }
    return count(findings, Severity.ERROR) > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private List<Catalog> catalogs() throws IOException {
    List<Catalog> read = new ArrayList<>();
    for (String named : catalogs) {
      read.add(CatalogCommand.open(named));
    }
    return read;
  }

  /** Of the agreement, and of the binding where one lies beside it. */
  private static List<Finding> findings(AgreementFile opened, List<Catalog> catalogs)
      throws IOException {
    if (opened.chain().isPresent()) {
      return ofVersions(opened.chain().get());
    }
    Optional<Agreement> agreement = opened.read().agreement();
    if (agreement.isEmpty()) {
      return Checker.check(opened.read());
    }
    Optional<ReadBinding> binding =
        BindingFile.find(
            agreement.get(), List.of(opened.folder().resolve("records"), opened.folder()));
    Findings all = new Findings();
    opened.read().findings().forEach(all::add);
    BindingFacts facts =
        binding.flatMap(ReadBinding::binding).map(BindingFile::facts).orElse(BindingFacts.NONE);
    Checker.check(agreement.get(), opened.read().places(), facts).forEach(all::add);
    NotEvaluated.findings(agreement.get(), opened.read().places()).forEach(all::add);
    Alignment.check(agreement.get(), opened.read().places(), catalogs).forEach(all::add);
    binding.ifPresent(read -> read.findings().forEach(all::add));
    return all.inFileOrder();
  }

  /** Of every version by itself, and of the chain that they make. */
  private static List<Finding> ofVersions(VersionFolder.Read chain) {
    Findings all = new Findings();
    for (VersionFolder.File file : chain.files()) {
      Checker.check(file.read()).forEach(all::add);
      file.read()
          .agreement()
          .ifPresent(
              agreement ->
                  NotEvaluated.findings(agreement, file.read().places()).stream()
                      .filter(finding -> !finding.place().path().equals("amendment"))
                      .forEach(all::add));
    }
    chain.findings().forEach(all::add);
    return all.inFileOrder();
  }

  private static List<String> text(AgreementFile opened, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    findings.forEach(finding -> lines.add(finding.toLine()));
    if (!findings.isEmpty()) {
      lines.add("");
    }
    lines.add(
        findings.isEmpty()
            ? opened.path() + ": nothing to find fault with"
            : opened.path() + ": " + summary(findings));
    findings.stream()
        .map(Finding::code)
        .map(FindingCode::id)
        .findFirst()
        .ifPresent(code -> lines.add("Each code has a page: docs/findings/" + code + ".md"));
    return lines;
  }

  private static String summary(List<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = count(findings, severity);
      if (count > 0) {
        parts.add(count + " " + word(severity) + (count == 1 ? "" : "s"));
      }
    }
    return String.join(", ", parts);
  }

  private static Map<String, Object> json(AgreementFile opened, List<Finding> findings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", opened.path().toString());
    for (Severity severity : Severity.values()) {
      json.put(word(severity) + "s", count(findings, severity));
    }
    List<Object> entries = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("code", finding.code().id());
      entry.put("severity", word(finding.severity()));
      entry.put("file", finding.place().file());
      entry.put("line", finding.place().line());
      entry.put("column", finding.place().column());
      entry.put("path", finding.place().path());
      entry.put("found", finding.found());
      entry.put("right", finding.right());
      entries.add(entry);
    }
    json.put("findings", entries);
    return json;
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
