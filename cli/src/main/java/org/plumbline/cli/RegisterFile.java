package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.known.KnownRegister;
import org.plumbline.register.Register;
import org.plumbline.register.Signed;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.register.yaml.ReadRegister;
import org.plumbline.register.yaml.RegisterYaml;

/**
 * The register of an agreement as a command finds it.
 *
 * @param path the file; empty where there is none
 * @param register what it says; nothing where there is none
 * @param findings what was noticed in it
 * @param versions the texts of the agreement that count; of one text only that one
 */
record RegisterFile(
    Optional<Path> path, Register register, List<Finding> findings, Versions versions)
    implements KnownRegister {

  /**
   * Reads the file that was named, else {@code register.yaml} beside the agreement, else the one in
   * the folder of the records.
   *
   * @param knownAt what was signed later is not seen
   * @throws InputRefused if it has errors
   */
  static RegisterFile find(AgreementFile file, RecordsOptions options, Instant knownAt)
      throws IOException {
    Agreement agreement = file.agreement();
    Versions versions =
        file.versions()
            .orElseGet(
                () -> Versions.of(new Version(agreement, file.hash(), file.path().toString())));
    Optional<Path> path = options.register(file);
    if (path.isEmpty()) {
      return new RegisterFile(Optional.empty(), Register.none(agreement.id()), List.of(), versions);
    }
    ReadRegister read =
        RegisterYaml.read(Shown.relative(path.get()), AgreementFile.bytes(path.get()), agreement);
    Register register =
        read.register()
            .orElseThrow(() -> AgreementFile.refusal(path.get().toString(), read.findings()));
    Signed.Told signed =
        Signed.of(versions, register, knownAt.atZone(agreement.zone()).toLocalDate());
    if (signed.findings().stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
      throw AgreementFile.refusal(path.get().toString(), signed.findings());
    }
    List<Finding> findings = new ArrayList<>(read.findings());
    findings.addAll(signed.findings());
    return new RegisterFile(path, register, findings, signed.versions());
  }

  /** Whether a file is there. */
  static Optional<Path> in(List<Path> folders) {
    return folders.stream()
        .map(folder -> folder.resolve(Register.NAME))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
