package org.plumbline.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.CatalogComparison;
import org.plumbline.catalog.CatalogDocument;
import org.plumbline.catalog.CatalogWorkbook;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureChange;
import org.plumbline.catalog.MeasureIndex;
import org.plumbline.catalog.MetricDraft;
import org.plumbline.catalog.review.CatalogReview;
import org.plumbline.catalog.yaml.CatalogYaml;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.workbook.RefusedWorkbook;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline catalog}. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    description = {
      "A catalog of measures as published in a workbook: what is in it, what a measure says, what is",
      "wrong with it, what changed from one year to the next, and a metric drafted from a measure."
    })
final class CatalogCommand implements Callable<Integer> {
  private static final int MOST_FOUND = 20;

  /** How to answer. */
  enum Format {
    /** Lines. */
    TEXT,
    /** The same as data. */
    JSON,
    /** The measures as YAML. */
    YAML,
    /** The measures as CSV. */
    CSV
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.xlsx", description = "The workbook.")
  private String file = "";

  @ArgGroup private Question question = new Question();

  @Option(
      names = "--format",
      paramLabel = "text|json|yaml|csv",
      description = "How to answer (text); yaml and csv export the measures.")
  private Format format = Format.TEXT;

  @Option(names = "--all", description = "With --check: each finding on a line of its own.")
  private boolean all;

  /** What is asked; without any, an overview. */
  static final class Question {
    @Option(names = "--list", description = "Every measure, a line each.")
    private boolean list;

    @Option(names = "--search", paramLabel = "WORDS", description = "Measures with these words.")
    private String search = "";

    @Option(names = "--show", paramLabel = "ID", description = "All that the catalog says of one.")
    private String show = "";

    @Option(names = "--draft", paramLabel = "ID", description = "A metric drafted from a measure.")
    private String draft = "";

    @Option(names = "--check", description = "What is wrong with the catalog itself.")
    private boolean check;

    @Option(
        names = "--compare",
        paramLabel = "NEWER.xlsx",
        description = "What changed in a later catalog: first in meaning, then only in words.")
    private String compare = "";
  }

  @Override
  public Integer call() throws IOException {
    Catalog catalog = open(file);
    if (question.check) {
      return check(catalog);
    }
    if (!question.compare.isEmpty()) {
      return compare(catalog, open(question.compare));
    }
    if (!question.draft.isEmpty()) {
      named(catalog, question.draft).forEach(measure -> out().print(MetricDraft.of(measure)));
      return ExitCode.DONE;
    }
    if (!question.show.isEmpty()) {
      measures(catalog, named(catalog, question.show), CatalogText::whole);
    } else if (!question.search.isEmpty()) {
      List<Measure> found =
          new MeasureIndex(List.of(catalog))
              .search(question.search, MOST_FOUND).stream()
                  .map(MeasureIndex.Found::measure)
                  .toList();
      measures(catalog, found, CatalogText::list);
    } else if (question.list || format != Format.TEXT) {
      measures(catalog, catalog.measures(), CatalogText::list);
    } else {
      CatalogText.overview(catalog, CatalogReview.findings(catalog)).forEach(out()::println);
    }
    return ExitCode.DONE;
  }

  /**
   * Reads a workbook of measures.
   *
   * @throws InputRefused if there is none that can be read
   */
  static Catalog open(String named) throws IOException {
    Path path = Shown.named(named);
    if (!Files.isRegularFile(path)) {
      throw new InputRefused(
          Files.exists(path) ? named + " is not a file" : "no such file: " + named);
    }
    try {
      return CatalogWorkbook.read(named, path);
    } catch (RefusedWorkbook e) {
      throw new InputRefused(named + ": " + e.found() + "\n" + e.right(), e);
    }
  }

  /** How measures are shown as text. */
  private interface Shape {
    List<String> lines(List<Measure> measures, int width);
  }

  private void measures(Catalog catalog, List<Measure> measures, Shape shape) {
    switch (format) {
      case TEXT -> {
        if (measures.isEmpty()) {
          out().println("no measure of " + file + " has these words");
        }
        shape.lines(measures, Terminal.ofProcess().width()).forEach(out()::println);
      }
      case JSON -> out().println(Json.text(CatalogDocument.of(catalog, measures)));
      case YAML -> out().print(CatalogYaml.write(catalog, measures));
      case CSV -> out().print(csv(measures));
    }
  }

  private static String csv(List<Measure> measures) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(CatalogDocument.header());
      for (Measure measure : measures) {
        writer.writeRecord(
            CatalogDocument.row(measure).stream().map(CatalogCommand::harmless).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A spreadsheet must not take a text for a formula. */
  private static String harmless(String text) {
    return text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
  }

  private List<Measure> named(Catalog catalog, String id) {
    List<Measure> named = catalog.find(id);
    if (named.isEmpty()) {
      String near =
          new MeasureIndex(List.of(catalog))
              .search(id, 3).stream()
                  .map(found -> "\n  " + CatalogText.line(found.measure()))
                  .reduce("", String::concat);
      throw new InputRefused(
          "no measure of "
              + file
              + " is called "
              + id.replaceAll("\\p{Cc}", "?")
              + (near.isEmpty() ? "" : "\nThese are like it:" + near));
    }
    return named;
  }

  private int check(Catalog catalog) {
    List<Finding> findings = CatalogReview.findings(catalog);
    if (format == Format.TEXT) {
      CatalogText.check(catalog, findings, all, Terminal.ofProcess().width())
          .forEach(out()::println);
    } else {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("file", catalog.file());
      json.put("measures", catalog.measures().size());
      json.put("findings", findings.stream().map(CatalogText::data).toList());
      out().println(Json.text(json));
    }
    boolean errors = findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    return errors ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private int compare(Catalog before, Catalog after) {
    List<MeasureChange> changes = CatalogComparison.between(before, after);
    if (format == Format.TEXT) {
      CatalogText.changes(before, after, changes, Terminal.ofProcess().width())
          .forEach(out()::println);
    } else {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("before", before.file());
      json.put("after", after.file());
      json.put("changes", changes.stream().map(CatalogText::data).toList());
      out().println(Json.text(json));
    }
    return ExitCode.DONE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
