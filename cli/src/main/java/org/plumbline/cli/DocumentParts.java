package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.companion.SuccessMetrics;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.register.Register;
import org.plumbline.register.yaml.ReadRegister;
import org.plumbline.register.yaml.RegisterYaml;
import org.plumbline.report.paper.ConceptSource;
import org.plumbline.report.paper.Source;

/** What documents are made from: an agreement with what lies beside it. */
final class DocumentParts {

  private DocumentParts() {}

  /** An agreement with its register. */
  static Source source(AgreementFile file, Instant made) throws IOException {
    return new Source(file.agreement(), file.hash(), register(file), made, EngineName.program());
  }

  private static Register register(AgreementFile file) throws IOException {
    Optional<Path> path = RegisterFile.in(List.of(file.folder()));
    if (path.isEmpty()) {
      return Register.none(file.agreement().id());
    }
    ReadRegister read =
        RegisterYaml.read(
            Shown.relative(path.get()), AgreementFile.bytes(path.get()), file.agreement());
    return read.register()
        .orElseThrow(() -> AgreementFile.refusal(path.get().toString(), read.findings()));
  }

  /**
   * A concept of operations: the file itself, or that which an agreement includes.
   *
   * @throws InputRefused if there is none, or it has errors
   */
  static ConceptSource concept(String named, Instant made) throws IOException {
    Path path = Shown.named(named);
    if (Files.isRegularFile(path)) {
      byte[] bytes = AgreementFile.bytes(path);
      var read = CompanionYaml.conops(named, bytes);
      if (read.document().isPresent()) {
        return new ConceptSource(
            read.document().get(),
            hash(named, bytes),
            Optional.empty(),
            made,
            EngineName.program());
      }
    }
    AgreementFile file = AgreementFile.open(named);
    Companions beside = beside(file);
    Path included =
        file.folder().resolve(file.agreement().includes().getOrDefault("conops", "conops.yaml"));
    return new ConceptSource(
        beside.conops().orElseThrow(() -> none(named, "conops", "a concept of operations")),
        hash(included.toString(), AgreementFile.bytes(included)),
        file.agreement().marking(),
        made,
        EngineName.program());
  }

  /**
   * The success metrics of a file, else those that an agreement includes.
   *
   * @throws InputRefused if there are none, or they have errors
   */
  static SuccessMetrics success(AgreementFile file, Optional<String> named) throws IOException {
    if (named.isPresent()) {
      Path path = FormFile.named(named.get());
      var read = CompanionYaml.successMetrics(named.get(), AgreementFile.bytes(path));
      return read.document().orElseThrow(() -> AgreementFile.refusal(named.get(), read.findings()));
    }
    return beside(file)
        .successMetrics()
        .orElseThrow(() -> none(file.path().toString(), "success-metrics", "success metrics"));
  }

  /** The concept of operations that an agreement includes, if it can be read. */
  static Optional<Conops> conops(AgreementFile file) {
    return beside(file).conops();
  }

  private static Companions beside(AgreementFile file) {
    return CompanionYaml.included(
            file.agreement(),
            org.plumbline.agreement.yaml.AgreementFile.folderOf(file.path()),
            file.path().toString())
        .companions();
  }

  private static String hash(String name, byte[] bytes) {
    return AgreementHash.ofDocument(name, bytes).orElse("not a text");
  }

  private static InputRefused none(String named, String key, String what) {
    return new InputRefused(
        named
            + " includes no "
            + key
            + " that can be read\nWrite includes: {"
            + key
            + ": "
            + key
            + ".yaml} and "
            + what
            + " in that file; plumbline check says what is wrong with it");
  }
}
