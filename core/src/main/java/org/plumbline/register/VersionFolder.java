package org.plumbline.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;

/** A folder whose files are the versions of one agreement, each complete, under any names. */
public final class VersionFolder {

  /** What the folder is called beside the records. */
  public static final String NAME = "versions";

  /** The most files that are read. */
  static final int MOST = 200;

  private VersionFolder() {}

  /**
   * A version as it was read.
   *
   * @param path its file
   */
  public record File(Path path, ReadAgreement read) {}

  /**
   * What reading a folder gave.
   *
   * @param files all files, in order of the numbers of their amendments, then of their names
   * @param versions the versions; present only if all files could be read and make a chain
   * @param findings what is wrong, of each file and of the chain
   */
  public record Read(List<File> files, Optional<Versions> versions, List<Finding> findings) {
    /** Copies the lists. */
    public Read {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads a folder.
   *
   * @throws IOException if a file cannot be read
   */
  public static Read read(Path folder) throws IOException {
    List<Path> paths = paths(folder);
    Findings findings = new Findings();
    if (paths.isEmpty() || paths.size() > MOST) {
      findings.add(
          FindingCode.NO_CHAIN,
          Place.of(folder.toString()),
          paths.isEmpty()
              ? "the folder has no version"
              : "the folder has more than " + MOST + " files",
          "put each version into a file of its own that ends in .yaml");
      return new Read(List.of(), Optional.empty(), findings.inFileOrder());
    }
    List<File> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(new File(path, AgreementFile.read(path)));
    }
    Set<Path> included = included(folder, files);
    files.removeIf(file -> included.contains(file.path()));
    files.forEach(file -> file.read().findings().forEach(findings::add));
    files.sort(
        Comparator.comparingInt(VersionFolder::number)
            .thenComparing(file -> file.path().toString()));
    if (files.stream().anyMatch(file -> file.read().agreement().isEmpty())) {
      return new Read(files, Optional.empty(), findings.inFileOrder());
    }
    List<Version> versions = files.stream().map(VersionFolder::version).toList();
    for (int i = 0; i < versions.size(); i++) {
      Optional<Version> before = i == 0 ? Optional.empty() : Optional.of(versions.get(i - 1));
      VersionChain.check(before, versions.get(i), files.get(i).read().places())
          .forEach(findings::add);
    }
    return new Read(
        files,
        findings.hasErrors() ? Optional.empty() : Optional.of(new Versions(versions)),
        findings.inFileOrder());
  }

  /** The documents that versions include, which are no versions. */
  private static Set<Path> included(Path folder, List<File> files) {
    return files.stream()
        .flatMap(file -> file.read().agreement().stream())
        .flatMap(agreement -> agreement.includes().values().stream())
        .map(folder::resolve)
        .collect(Collectors.toSet());
  }

  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(VersionFolder::isVersion).sorted().limit(MOST + 1L).toList();
    }
  }

  private static boolean isVersion(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path)
        && !name.startsWith(".")
        && !name.equals("records.yaml")
        && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private static int number(File file) {
    return file.read()
        .agreement()
        .or(() -> file.read().asFarAsRead())
        .flatMap(Agreement::amendment)
        .map(amendment -> amendment.number())
        .orElse(0);
  }

  private static Version version(File file) {
    Agreement agreement = file.read().agreement().orElseThrow();
    return new Version(
        agreement,
        AgreementHash.inFolder(agreement, AgreementFile.folderOf(file.path())),
        file.path().toString());
  }
}
