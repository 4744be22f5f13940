package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.yaml.ReadBinding;
import picocli.CommandLine.Option;

/** Where the records are, and how strictly they are taken. */
final class RecordsOptions {
  @Option(
      names = "--records",
      paramLabel = "DIR",
      description =
          "The folder of the records; without it: records beside the agreement, else the"
              + " agreement's own folder. Its records.yaml, or that beside the agreement, says"
              + " which column is what.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--keep-good",
      description =
          "Go on when rows cannot be used: they count as indeterminate cases, so that no figure"
              + " gets better by it. Without this, one bad row refuses the load.")
  private boolean keepGood;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description =
          "What happened around the agreement: reports issued, deliveries, reconsideration"
              + " requests (register.yaml beside the agreement or the records).")
  private Optional<Path> register = Optional.empty();

  private Optional<List<Path>> bindings = Optional.empty();

  /**
   * The register, if there is one.
   *
   * @throws InputRefused if the file that was named is not there
   */
  Optional<Path> register(AgreementFile agreement) {
    if (register.isPresent() && !Files.isRegularFile(register.get())) {
      throw new InputRefused("--register: no such file: " + register.get());
    }
    return register.or(
        () ->
            RegisterFile.in(
                bindings.orElseGet(() -> List.of(agreement.folder(), folder(agreement)))));
  }

  /** The folder of the records. */
  Path folder(AgreementFile agreement) {
    if (folder.isPresent()) {
      Path named = folder.get();
      if (!Files.isDirectory(named)) {
        throw new InputRefused(
            (Files.exists(named) ? named + " is not a folder" : "no such folder: " + named)
                + "\nName the folder that holds the files of records with --records DIR");
      }
      return named;
    }
    Path beside = agreement.folder().resolve("records");
    return Files.isDirectory(beside) ? beside : agreement.folder();
  }

  /** The files beside the records on which figures rest: the binding and the register. */
  List<Path> read(AgreementFile file, Optional<Path> named) {
    List<Path> read = new ArrayList<>();
    bindings.orElseGet(() -> List.of(folder(file), file.folder())).stream()
        .map(each -> each.resolve(BindingFile.NAME))
        .filter(Files::isRegularFile)
        .findFirst()
        .ifPresent(read::add);
    named.ifPresent(read::add);
    return read;
  }

  /** The binding: of the records' folder, else of the agreement's, else by names alone. */
  Binding binding(AgreementFile file, Agreement agreement) throws IOException {
    List<Path> folders = bindings.orElseGet(() -> List.of(folder(file), file.folder()));
    Optional<ReadBinding> read = BindingFile.find(agreement, folders);
    if (read.isEmpty()) {
      return Binding.byNames();
    }
    return read.get()
        .binding()
        .orElseThrow(() -> AgreementFile.refusal(BindingFile.NAME, read.get().findings()));
  }

  /**
   * As if these options had been given.
   *
   * @param binding the folder of the binding and of the register, if there are any
   */
  static RecordsOptions of(Path folder, Path binding, boolean keepGood) {
    RecordsOptions options = new RecordsOptions();
    options.folder = Optional.of(folder);
    options.bindings = Optional.of(List.of(binding));
    options.keepGood = keepGood;
    return options;
  }

  /** Whether rows that cannot be used are kept. */
  boolean keepsGood() {
    return keepGood;
  }

  /** No option given. */
  static RecordsOptions usual() {
    return new RecordsOptions();
  }

  /** The records of a folder, going on where rows cannot be used. */
  static RecordsOptions keepingGood(Path folder) {
    RecordsOptions options = keepingGood();
    options.folder = Optional.of(folder);
    return options;
  }

  /** Going on where rows cannot be used. */
  static RecordsOptions keepingGood() {
    RecordsOptions options = new RecordsOptions();
    options.keepGood = true;
    return options;
  }

  LoadOptions load() {
    return keepGood ? LoadOptions.DEFAULT.keepingGood() : LoadOptions.DEFAULT;
  }
}
