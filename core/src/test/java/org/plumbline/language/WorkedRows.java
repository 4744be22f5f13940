package org.plumbline.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.agreement.yaml.RealAgreements;

/** What the rows of a published term give, as it was worked by hand under {@code cases/terms}. */
final class WorkedRows {
  private static final Path FOLDER = RealAgreements.root().resolve("cases/terms");

  private WorkedRows() {}

  /** A paragraph that leads to the rows of a term and names each metric's first result. */
  static String of(String number) {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      Path folder =
          folders
              .filter(one -> one.getFileName().toString().startsWith(number + "-"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no rows of " + number));
      String link = "[Its rows](../../cases/terms/" + folder.getFileName() + "/README.md)";
      List<String> given = given(folder);
      String says =
          given.isEmpty() ? link + ".\n" : link + " give " + String.join(", ", given) + ".\n";
      return isAwaited(folder)
          ? says + "Not all of it is given yet: [why](../../cases/awaiting.properties).\n"
          : says;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAwaited(Path folder) throws IOException {
    return Files.readAllLines(folder.resolveSibling("../awaiting.properties").normalize()).stream()
        .anyMatch(line -> line.startsWith(folder.getFileName() + "="));
  }

  private static List<String> given(Path folder) {
    Map<String, String> given = new LinkedHashMap<>();
    List<String[]> measured = rows(folder.resolve("expected/measurements.csv"));
    for (String[] result : rows(folder.resolve("expected/results.csv"))) {
      String figure =
          measured.stream()
              .filter(row -> row[0].equals(result[0]) && row[1].equals(result[1]))
              .filter(row -> row[2].equals("target/0") && row[3].equals(result[2]))
              .findFirst()
              .map(row -> row[8])
              .orElse("-");
      given.putIfAbsent(
          result[0],
          String.format(
              "`%s`%s %s from %s (%s)",
              result[0],
              result[2].isEmpty() ? "" : " of " + result[2],
              figure.equals("-") ? "no figure" : figure,
              result[1],
              result[3].replace('-', ' ')));
    }
    return new ArrayList<>(given.values());
  }

  private static List<String[]> rows(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
