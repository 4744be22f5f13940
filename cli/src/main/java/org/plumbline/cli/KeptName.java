package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.known.Deliveries;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.LoadStore;
import org.plumbline.register.Checksum;

/** What a kept past is of, by checksums: all on which the figures of one text rest. */
final class KeptName {

  private KeptName() {}

  /**
   * The name under which the past of an agreement is kept.
   *
   * @param today up to which day something was known
   */
  static String of(
      AgreementFile file,
      RecordsOptions options,
      RegisterFile register,
      Instant asOf,
      LocalDate today) {
    Agreement agreement = file.agreement();
    List<String> what =
        new ArrayList<>(
            List.of(
                EngineName.of(),
                file.hash(),
                asOf.toString(),
                today.toString(),
                String.valueOf(options.keepsGood())));
    try {
      for (Path path : options.read(file, register.path())) {
        what.add(path.getFileName() + " " + Checksum.of(path));
      }
      Path folder = options.folder(file);
      LoadStore store = LoadStore.of(folder);
      LoadOptions read = new Deliveries(register, today).of(options.load(), Set.of());
      for (String name : Loader.files(agreement, options.binding(file, agreement), folder, read)) {
        Optional<KeptFile> kept = store.file(name);
        what.add(
            name
                + " "
                + (kept.isPresent() ? kept.get().sha256() : Checksum.of(folder.resolve(name))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return KeptFolder.name(what);
  }
}
