package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.agreement.yaml.CanonicalForm;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.inforce.InForce;
import org.plumbline.register.VersionFolder;
import org.plumbline.register.Versions;

/**
 * An agreement's file as a command names it.
 *
 * @param path the file; shown as it was named
 * @param folder the folder it is in
 * @param read what reading it gave; of a folder of versions, what reading the last one gave
 * @param chain the folder of versions; empty where one file was named or found
 */
record AgreementFile(
    Path path, Path folder, ReadAgreement read, Optional<VersionFolder.Read> chain) {
  /** What the file of an agreement is called in its own folder. */
  static final String USUAL_NAME = "agreement.yaml";

  private static final int TOLD = 50;

  /**
   * Reads the file, or {@code agreement.yaml} of the folder.
   *
   * @throws InputRefused if there is no such file
   */
  static AgreementFile open(String named) throws IOException {
    Path given = Shown.named(named);
    if (Files.isDirectory(given.resolve(VersionFolder.NAME))) {
      return versions(given);
    }
    Path path = locate(named);
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
    return new AgreementFile(
        path, folder, org.plumbline.agreement.yaml.AgreementFile.read(path), Optional.empty());
  }

  private static AgreementFile versions(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve(USUAL_NAME))) {
      throw new InputRefused(
          folder
              + " has "
              + USUAL_NAME
              + " and the folder "
              + VersionFolder.NAME
              + "\nName the file that is meant, or put one of the two elsewhere");
    }
    VersionFolder.Read read = VersionFolder.read(folder.resolve(VersionFolder.NAME));
    if (read.files().isEmpty()) {
      throw refusal(folder.toString(), read.findings());
    }
    VersionFolder.File last = read.files().get(read.files().size() - 1);
    return new AgreementFile(
        last.path(), folder.toAbsolutePath().normalize(), last.read(), Optional.of(read));
  }

  /** The versions, where there are several. */
  Optional<Versions> versions() {
    return chain.flatMap(VersionFolder.Read::versions).filter(all -> all.versions().size() > 1);
  }

  /** The agreement as reports show it as of a moment. */
  Agreement shown(Instant asOf) {
    agreement();
    return versions()
        .map(all -> InForce.asked(all, asOf))
        .map(all -> all.versions().size() > 1 ? InForce.shown(all) : all.first().agreement())
        .orElseGet(this::agreement);
  }

  /**
   * The content of a file of the language, but never much more than what is read of one at most.
   */
  static byte[] bytes(Path file) throws IOException {
    return org.plumbline.agreement.yaml.AgreementFile.bytes(file);
  }

  /**
   * The agreement.
   *
   * @throws InputRefused with its findings, if one of them is an error
   */
  Agreement agreement() {
    if (chain.isPresent() && chain.get().versions().isEmpty()) {
      throw refusal(folder.toString(), chain.get().findings());
    }
    return read.agreement().orElseThrow(() -> refusal(path.toString(), read.findings()));
  }

  /** The hash that names this version. */
  String hash() {
    return AgreementHash.inFolder(
        agreement(), org.plumbline.agreement.yaml.AgreementFile.folderOf(path));
  }

  /** The text that is hashed; included documents by their own hash. */
  String canonical() {
    Folder beside = org.plumbline.agreement.yaml.AgreementFile.folderOf(path);
    return CanonicalForm.of(
        agreement(),
        path -> beside.read(path).flatMap(bytes -> AgreementHash.ofDocument(path, bytes)));
  }

  /** A refusal that tells the errors among the findings. */
  static InputRefused refusal(String file, List<Finding> findings) {
    List<Finding> errors =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    StringBuilder message = new StringBuilder();
    message.append(file).append(" cannot be used: ");
    message.append(errors.size() == 1 ? "1 error" : errors.size() + " errors");
    errors.stream().limit(TOLD).forEach(error -> message.append('\n').append(error.toLine()));
    if (errors.size() > TOLD) {
      message.append("\nand ").append(errors.size() - TOLD).append(" more");
    }
    return new InputRefused(message.toString());
  }

  private static Path locate(String named) {
    Path path = Shown.named(named);
    if (Files.isDirectory(path)) {
      Path inside = path.resolve(USUAL_NAME);
      if (Files.isRegularFile(inside)) {
        return inside;
      }
      throw new InputRefused(
          "the folder "
              + named
              + " has no "
              + USUAL_NAME
              + "\nName the agreement's file, or make one with: plumbline init DIR");
    }
    if (!Files.exists(path)) {
      throw new InputRefused(
          "no such file: " + named + "\nMake a first agreement with: plumbline init DIR");
    }
    if (!Files.isRegularFile(path)) {
      throw new InputRefused(named + " is not a file");
    }
    return path;
  }
}
