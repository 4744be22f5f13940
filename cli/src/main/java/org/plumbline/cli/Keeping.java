package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.replay.KeptPast;

/**
 * Whether what is counted over a past is kept for later runs.
 *
 * @param folder where; empty: it is not kept
 * @param takes whether what was kept before is taken instead of the records
 */
record Keeping(Optional<Path> folder, boolean takes) {

  /** Nothing is kept. */
  static final Keeping NOTHING = new Keeping(Optional.empty(), false);

  boolean keeps() {
    return folder.isPresent();
  }

  /** Also keeping, but counting from the records. */
  Keeping anew() {
    return new Keeping(folder, false);
  }

  /** What was kept under a name, if it is taken. */
  Optional<KeptPast> taken(Supplier<Optional<String>> name, AgreementFile file) {
    return folder
        .filter(path -> takes)
        .flatMap(
            path -> name.get().flatMap(own -> new KeptFolder(path).read(own, file.agreement())));
  }

  /** Whether a past is kept under a name. */
  boolean has(String name) {
    return folder.filter(path -> new KeptFolder(path).has(name)).isPresent();
  }

  void keep(String name, KeptPast past) throws IOException {
    if (folder.isPresent()) {
      new KeptFolder(folder.get()).write(name, past);
    }
  }
}
