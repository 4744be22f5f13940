package org.plumbline.referee;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.records.Binding;
import org.plumbline.records.yaml.BindingYaml;
import org.plumbline.records.yaml.ReadBinding;

/**
 * A folder under {@code cases}: an agreement, records and what they give, worked by hand. A folder
 * under {@code cases/terms} has no agreement of its own: it is that of the published term whose
 * number its name begins with.
 */
record GoldenCase(Path folder) {
  private static final String TERMS = "terms";

  /** What the command line is asked for (RegisterCasesTest and PastCasesTest there). */
  private static final List<String> ASKED = List.of("register", "replay");

  private static final Map<String, ReadAgreement> PUBLISHED = RealAgreements.read();

  /**
   * All cases of one version in order of their names, then the examples that are worked by hand,
   * then those of published terms.
   */
  static List<GoldenCase> all() {
    return Stream.of(
            in(root())
                .filter(
                    folder -> !folder.endsWith(TERMS) && ASKED.stream().noneMatch(folder::endsWith))
                .filter(folder -> !isOf(folder)),
            in(root().resolve("../examples").normalize())
                .filter(folder -> Files.isDirectory(folder.resolve("expected"))),
            in(root().resolve(TERMS)))
        .flatMap(folders -> folders)
        .map(GoldenCase::new)
        .toList();
  }

  /** Those of several versions. */
  static List<GoldenCase> ofVersions() {
    return in(root()).filter(GoldenCase::isOf).map(GoldenCase::new).toList();
  }

  private static boolean isOf(Path folder) {
    return Files.isDirectory(folder.resolve("versions"));
  }

  /** Why a case does not give yet what it should, by its name: a part of what the failure says. */
  static Map<String, String> awaiting() {
    Map<String, String> awaiting = new TreeMap<>();
    properties(root().resolve("awaiting.properties"))
        .forEach((name, reason) -> awaiting.put((String) name, (String) reason));
    return awaiting;
  }

  private static Stream<Path> in(Path root) {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path here = Path.of("cases").toAbsolutePath();
    return Files.isDirectory(here) ? here : Path.of("../cases").toAbsolutePath().normalize();
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** The number of the published term, such as {@code T01}; empty for other cases. */
  Optional<String> term() {
    return Optional.ofNullable(folder.getParent()).filter(it -> it.endsWith(TERMS)).isPresent()
        ? Optional.of(name().substring(0, 3))
        : Optional.empty();
  }

  Path recordsFolder() {
    return folder.resolve("records");
  }

  /**
   * A folder with the records, where sets that the case has no file for are files without rows.
   * Terms add to an agreement whose other sets they need not fill.
   */
  Path records(Agreement agreement, Path temporary) {
    if (term().isEmpty()) {
      return recordsFolder();
    }
    try {
      Path staged = Files.createDirectories(temporary.resolve(name()));
      if (Files.isDirectory(recordsFolder())) {
        try (Stream<Path> files = Files.list(recordsFolder())) {
          for (Path file : files.toList()) {
            Files.copy(file, staged.resolve(file.getFileName().toString()));
          }
        }
      }
      for (String set : agreement.records().keySet()) {
        Optional<RecordSet> supplied = SuppliedPart.of(agreement, set);
        Path file = staged.resolve(set + ".csv");
        if (supplied.isPresent() && !Files.exists(file)) {
          Files.writeString(file, String.join(",", columns(supplied.get())) + "\n");
        }
      }
      return staged;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> columns(RecordSet set) {
    Set<String> columns = new LinkedHashSet<>(set.caseKey());
    set.moments()
        .forEach(
            (moment, term) -> {
              if (term instanceof MomentTerm.Recorded) {
                columns.add(moment);
              }
            });
    columns.addAll(set.fields().keySet());
    return columns;
  }

  Agreement agreement() {
    ReadAgreement read = read();
    return read.agreement()
        .orElseThrow(() -> new IllegalStateException(name() + ": " + read.findings()));
  }

  private ReadAgreement read() {
    return term()
        .map(number -> Objects.requireNonNull(PUBLISHED.get(number), number))
        .orElseGet(
            () ->
                AgreementYaml.read(
                    "agreement.yaml", text(folder.resolve("agreement.yaml")), Folder.NONE));
  }

  Binding binding(Agreement agreement) {
    Path within = recordsFolder().resolve("records.yaml");
    Path file = Files.exists(within) ? within : folder.resolve("records.yaml");
    if (!Files.exists(file)) {
      return Binding.byNames();
    }
    ReadBinding read =
        BindingYaml.read("records.yaml", text(file).getBytes(StandardCharsets.UTF_8), agreement);
    return read.binding()
        .orElseThrow(() -> new IllegalStateException(name() + ": " + read.findings()));
  }

  Instant asOf() {
    return Instant.parse(run().getProperty("as-of"));
  }

  boolean keepsGood() {
    return Boolean.parseBoolean(run().getProperty("keep-good"));
  }

  /** The rows of an expectation as maps from column to cell; none where there is no such file. */
  List<Map<String, String>> expected(String file) {
    return rows("expected", file);
  }

  /** What is known beside the records: {@code bills.csv issued.csv decisions.csv}. */
  List<Map<String, String>> known(String file) {
    return rows("known", file);
  }

  private List<Map<String, String>> rows(String under, String file) {
    Path path = folder.resolve(under).resolve(file);
    if (!Files.exists(path)) {
      return List.of();
    }
    List<String> lines = text(path).lines().toList();
    List<String> columns = List.of(lines.get(0).split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), i < cells.length ? cells[i] : "");
      }
      rows.add(row);
    }
    return rows;
  }

  private Properties run() {
    return properties(folder.resolve("run.properties"));
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
