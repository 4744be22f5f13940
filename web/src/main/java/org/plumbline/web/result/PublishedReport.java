package org.plumbline.web.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.register.Checksum;
import org.plumbline.register.Publication;
import org.plumbline.register.Register;
import org.plumbline.register.VersionFolder;
import org.plumbline.register.json.PublicationJson;
import org.plumbline.report.Evaluation;
import org.plumbline.report.json.PublishedResults;
import org.plumbline.web.records.LoadRow;

/**
 * A result as a publication: a folder from which {@code plumbline verify} computes it again
 * (docs/formats/publication.md).
 *
 * @param publication what it says of itself
 * @param hash what names it
 * @param results what was found, as text of JSON
 * @param texts its other files that are texts, by path
 * @param records its files of records, by path
 */
public record PublishedReport(
    Publication publication,
    String hash,
    String results,
    Map<String, String> texts,
    Map<String, Path> records) {

  /** Copies the maps. */
  public PublishedReport {
    texts = new LinkedHashMap<>(texts);
    records = new LinkedHashMap<>(records);
  }

  /**
   * What a result rests on.
   *
   * @param texts of the agreement, the original first
   * @param register {@code register.yaml}
   * @param files of the register's own sets
   * @param records the files that were read, with where each lies
   */
  record Basis(
      List<String> texts, String register, Map<String, String> files, Map<LoadRow, Path> records) {}

  /**
   * A publication.
   *
   * @param before what it restates
   * @param reason why; empty where it restates nothing
   */
  static PublishedReport of(
      ResultRow row,
      Evaluation evaluation,
      Basis basis,
      Optional<PublishedReport> before,
      String reason)
      throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < basis.texts().size(); i++) {
      texts.put(
          Publication.AGREEMENT
              + (basis.texts().size() == 1
                  ? "/agreement.yaml"
                  : "/"
                      + VersionFolder.NAME
                      + "/"
                      + (i == 0 ? "original" : "amendment-" + i)
                      + ".yaml"),
          basis.texts().get(i));
    }
    texts.put(Publication.RECORDS + "/" + Register.NAME, basis.register());
    basis.files().forEach((name, text) -> texts.put(Publication.RECORDS + "/" + name, text));
    String results = PublishedResults.of(evaluation);
    texts.put(Publication.RESULTS, results);
    Map<String, Path> records = new LinkedHashMap<>();
    List<Publication.File> files = new ArrayList<>();
    for (Map.Entry<LoadRow, Path> each : basis.records().entrySet()) {
      String path = Publication.RECORDS + "/" + each.getKey().fileName();
      if (!texts.containsKey(path)) {
        records.put(path, each.getValue());
        files.add(
            new Publication.File(path, Files.size(each.getValue()), each.getKey().sha256(), true));
      }
    }
    texts.forEach(
        (path, text) ->
            files.add(
                new Publication.File(path, text.getBytes(UTF_8).length, Checksum.of(text), true)));
    files.sort(java.util.Comparator.comparing(Publication.File::path));
    Publication plain = publication(row, evaluation, files, before, Optional.empty());
    Publication whole =
        before
            .map(
                it ->
                    publication(
                        row, evaluation, files, before, restated(it, plain, results, reason)))
            .orElse(plain);
    String json = PublicationJson.write(whole);
    String hash = Checksum.PUBLICATION + Checksum.of(json);
    texts.put(Publication.NAME, json);
    texts.put(Publication.SEAL, hash + "\n");
    return new PublishedReport(whole, hash, results, texts, records);
  }

  private static Optional<Publication.Restated> restated(
      PublishedReport before, Publication after, String results, String reason) {
    List<String> changes = new ArrayList<>(Publication.inputsChanged(before.publication(), after));
    changes.addAll(PublishedResults.changes(before.results(), results));
    return Optional.of(new Publication.Restated(before.hash(), reason, changes));
  }

  private static Publication publication(
      ResultRow row,
      Evaluation evaluation,
      List<Publication.File> files,
      Optional<PublishedReport> before,
      Optional<Publication.Restated> restated) {
    return new Publication(
        before.map(it -> it.publication().number() + 1).orElse(1),
        evaluation.agreement().id(),
        evaluation
            .versions()
            .map(under -> under.versions().versions().stream().map(each -> each.hash()).toList())
            .orElseGet(() -> List.of(evaluation.version())),
        row.period(),
        List.of(),
        List.of(),
        row.asOf(),
        row.knownAt(),
        true,
        evaluation.engine(),
        files,
        restated);
  }
}
