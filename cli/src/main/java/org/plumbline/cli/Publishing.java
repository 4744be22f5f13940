package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.records.LoadReport;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.LoadStore;
import org.plumbline.register.Checksum;
import org.plumbline.register.Publication;
import org.plumbline.register.Register;
import org.plumbline.register.RegisterChanges;
import org.plumbline.register.Version;
import org.plumbline.register.VersionFolder;
import org.plumbline.register.Versions;
import org.plumbline.register.json.PublicationJson;
import org.plumbline.report.Evaluation;
import org.plumbline.report.json.PublishedResults;

/** Writes a publication: a folder that holds all that it takes to compute its results again. */
final class Publishing {

  private final AgreementFile agreement;
  private final EvaluateOptions options;
  private final PublishOptions publish;
  private final List<Publication.File> files = new ArrayList<>();

  private Publishing(AgreementFile agreement, EvaluateOptions options, PublishOptions publish) {
    this.agreement = agreement;
    this.options = options;
    this.publish = publish;
  }

  /**
   * Publishes an evaluation.
   *
   * @param metrics the metrics asked for; none: all
   * @return what was written, a line each
   * @throws InputRefused if the folder is there already, or a file changed while it was published
   */
  static List<String> write(
      AgreementFile agreement,
      EvaluateOptions options,
      PublishOptions publish,
      Evaluation evaluation,
      List<String> metrics)
      throws IOException {
    return new Publishing(agreement, options, publish).written(evaluation, metrics);
  }

  private List<String> written(Evaluation evaluation, List<String> metrics) throws IOException {
    Path target = publish.folder().orElseThrow();
    if (Files.exists(target)) {
      throw new InputRefused(
          target + " is there already; a publication never changes\nName a new folder");
    }
    Optional<Bundle> before = before();
    try (NewFolder folder = NewFolder.begin(target, target.toString(), List.of())) {
      Path at = folder.path();
      texts(at);
      records(at, evaluation);
      String results = PublishedResults.of(evaluation);
      text(at, Publication.RESULTS, results);
      Publication publication = publication(evaluation, metrics, before, results);
      String json = PublicationJson.write(publication);
      Files.writeString(at.resolve(Publication.NAME), json, UTF_8);
      String hash = Checksum.PUBLICATION + Checksum.of(json);
      Files.writeString(at.resolve(Publication.SEAL), hash + "\n", UTF_8);
      folder.place();
      return told(target, publication, hash);
    }
  }

  private static List<String> told(Path target, Publication publication, String hash) {
    List<String> lines = new ArrayList<>();
    lines.add("Published: " + target + ", no. " + publication.number());
    lines.add(hash);
    publication
        .restates()
        .ifPresent(
            restated -> {
              lines.add("It restates no. " + (publication.number() - 1) + ": " + restated.reason());
              restated.changes().forEach(change -> lines.add("  - " + change));
            });
    return lines;
  }

  private Optional<Bundle> before() throws IOException {
    if (publish.restates().isEmpty()) {
      return Optional.empty();
    }
    Bundle bundle = Bundle.open(publish.restates().get());
    if (!bundle.problems().isEmpty()) {
      throw new InputRefused(
          bundle.folder()
              + " is not as it was published, and cannot be restated\n"
              + String.join("\n", bundle.problems()));
    }
    if (!bundle.publication().agreement().equals(agreement.agreement().id())) {
      throw new InputRefused(
          bundle.folder()
              + " is of the agreement "
              + bundle.publication().agreement()
              + ", not of "
              + agreement.agreement().id());
    }
    return Optional.of(bundle);
  }

  private Publication publication(
      Evaluation evaluation, List<String> metrics, Optional<Bundle> before, String results)
      throws IOException {
    List<String> versions =
        evaluation
            .versions()
            .map(under -> under.versions().versions().stream().map(each -> each.hash()).toList())
            .orElseGet(() -> List.of(evaluation.version()));
    Publication plain =
        new Publication(
            before.map(bundle -> bundle.publication().number() + 1).orElse(1),
            evaluation.agreement().id(),
            versions,
            options.periodText(),
            metrics,
            evaluation.shown().stream().sorted().toList(),
            evaluation.results().asOf(),
            evaluation.knownAt(),
            options.records().keepsGood(),
            evaluation.engine(),
            files.stream().sorted(java.util.Comparator.comparing(Publication.File::path)).toList(),
            Optional.empty());
    if (before.isEmpty()) {
      return plain;
    }
    List<String> changes = new ArrayList<>(texts(before.get().publication(), plain));
    changes.addAll(register(before.get(), plain));
    changes.addAll(Publication.inputsChanged(before.get().publication(), plain));
    List<String> results0 = PublishedResults.changes(before.get().results(), results);
    changes.addAll(results0.isEmpty() ? List.of("no result and no amount changed") : results0);
    return new Publication(
        plain.number(),
        plain.agreement(),
        plain.versions(),
        plain.periods(),
        plain.metrics(),
        plain.shown(),
        plain.asOf(),
        plain.knownAt(),
        plain.keepGood(),
        plain.engine(),
        plain.files(),
        Optional.of(new Publication.Restated(before.get().hash(), publish.reason(), changes)));
  }

  /** Which texts counted before and do not now, or the other way. */
  private List<String> texts(Publication before, Publication after) {
    List<String> changes = new ArrayList<>();
    for (Version version : agreement.versions().map(Versions::versions).orElse(List.of())) {
      boolean was = before.versions().contains(version.hash());
      boolean is = after.versions().contains(version.hash());
      if (was != is) {
        changes.add(
            version.name()
                + (is ? " is in force from " + version.from() : " is not in force any more")
                + version.agreement().amendment().map(terms -> ": " + terms.reason()).orElse(""));
      }
    }
    if (changes.isEmpty() && !before.versions().equals(after.versions())) {
      changes.add("another text of the agreement was in force");
    }
    return changes;
  }

  /** What came to be known by the register. */
  private List<String> register(Bundle before, Publication after) throws IOException {
    return RegisterChanges.between(
        seen(
            RecordsOptions.of(before.folder(), before.folder().resolve(Publication.RECORDS), false),
            before.publication().knownAt()),
        seen(options.records(), after.knownAt()));
  }

  private RegisterChanges.Seen seen(RecordsOptions records, Instant knownAt) throws IOException {
    RegisterFile file = RegisterFile.find(agreement, records, knownAt);
    return new RegisterChanges.Seen(
        file.register(), file::on, knownAt.atZone(agreement.agreement().zone()).toLocalDate());
  }

  /** The agreement's files, or those of all its versions, with what they include. */
  private void texts(Path at) throws IOException {
    if (agreement.chain().isPresent()) {
      for (VersionFolder.File version : agreement.chain().get().files()) {
        String below = Publication.AGREEMENT + "/" + VersionFolder.NAME + "/";
        text(at, version.path(), below);
      }
    } else {
      text(at, agreement.path(), Publication.AGREEMENT + "/");
    }
  }

  private void text(Path at, Path file, String below) throws IOException {
    byte[] bytes = AgreementFile.bytes(file);
    Folder beside = org.plumbline.agreement.yaml.AgreementFile.folderOf(file);
    Set<String> read = new LinkedHashSet<>();
    Folder recording =
        path -> {
          Optional<byte[]> found = beside.read(path);
          found.ifPresent(it -> read.add(path));
          return found;
        };
    ReadAgreement again = AgreementYaml.read(file.toString(), bytes, recording);
    again.agreement().ifPresent(own -> AgreementHash.inFolder(own, recording));
    boolean isVersion = agreement.chain().isPresent();
    bytes(at, below + (isVersion ? file.getFileName() : AgreementFile.USUAL_NAME), bytes);
    for (String path : read) {
      if (files.stream().noneMatch(each -> each.path().equals(below + path))) {
        bytes(at, below + path, beside.read(path).orElseThrow());
      }
    }
  }

  private void records(Path at, Evaluation evaluation) throws IOException {
    Path folder = options.records().folder(agreement);
    for (LoadReport.FileReport file : evaluation.load().map(LoadReport::files).orElse(List.of())) {
      String path = Publication.RECORDS + "/" + file.name();
      if (files.stream().anyMatch(each -> each.path().equals(path))) {
        continue;
      }
      if (publish.withRecords()) {
        Path copy = at.resolve(path);
        Files.createDirectories(java.util.Objects.requireNonNull(copy.getParent()));
        copy(folder, file, copy);
        if (!Checksum.of(copy).equals(file.sha256())) {
          throw new InputRefused(
              file.name() + " changed while it was being published; nothing was written");
        }
      }
      files.add(new Publication.File(path, file.bytes(), file.sha256(), publish.withRecords()));
    }
    Optional<Path> register = options.records().register(agreement);
    if (register.isPresent()) {
      bytes(at, Publication.RECORDS + "/" + Register.NAME, AgreementFile.bytes(register.get()));
    }
    for (Path binding : List.of(folder, agreement.folder())) {
      Path file = binding.resolve(BindingFile.NAME);
      if (Files.isRegularFile(file)) {
        bytes(at, Publication.RECORDS + "/" + BindingFile.NAME, AgreementFile.bytes(file));
        return;
      }
    }
  }

  /** The bytes of a file of records, wherever they lie. */
  private static void copy(Path folder, LoadReport.FileReport file, Path target)
      throws IOException {
    LoadStore store = LoadStore.of(folder);
    Optional<KeptFile> kept = store.file(file.name());
    if (kept.isEmpty()) {
      Files.copy(folder.resolve(file.name()), target);
    } else if (store.hasOriginal(kept.get())) {
      try (InputStream bytes = store.open(kept.get())) {
        Files.copy(bytes, target);
      }
    } else {
      throw new InputRefused(
          "the bytes of "
              + file.name()
              + " are kept no longer\nPublish their checksums with --without-records");
    }
  }

  private void text(Path at, String path, String text) throws IOException {
    bytes(at, path, text.getBytes(UTF_8));
  }

  private void bytes(Path at, String path, byte[] bytes) throws IOException {
    Path file = at.resolve(path);
    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
    Files.write(file, bytes);
    files.add(new Publication.File(path, bytes.length, Checksum.of(file), true));
  }
}
