package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.register.Checksum;
import org.plumbline.register.Publication;
import org.plumbline.register.json.PublicationJson;

/**
 * A publication on disk.
 *
 * @param folder where it is
 * @param hash what names it
 * @param problems what is not as it was published, a line each; empty if nothing is
 */
record Bundle(Path folder, Publication publication, String hash, List<String> problems) {

  private static final long LARGEST = 64L << 20;
  private static final int MOST_FILES = 20_000;

  /** Copies the list. */
  Bundle {
    problems = List.copyOf(problems);
  }

  /**
   * Opens a publication and holds each of its files against its checksum.
   *
   * @throws InputRefused if it is none
   */
  static Bundle open(Path folder) throws IOException {
    String text = text(folder, Publication.NAME);
    Publication publication;
    try {
      publication = PublicationJson.read(text);
    } catch (RefusedInputException e) {
      throw new InputRefused(folder + ": " + e.found() + "\n" + e.wouldBeRight(), e);
    }
    List<String> problems = new ArrayList<>();
    String hash = Checksum.PUBLICATION + Checksum.of(text);
    Path seal = folder.resolve(Publication.SEAL);
    if (!Files.isRegularFile(seal)) {
      problems.add(Publication.SEAL + ": missing");
    } else if (Files.size(seal) > 200 || !text(folder, Publication.SEAL).equals(hash + "\n")) {
      problems.add(
          Publication.NAME
              + " or "
              + Publication.SEAL
              + ": changed; the one is not sealed by the"
              + " other");
    }
    TreeMap<String, Publication.File> listed = new TreeMap<>();
    publication.files().forEach(file -> listed.put(file.path(), file));
    for (Publication.File file : listed.values()) {
      if (file.included()) {
        changed(folder, file).ifPresent(problems::add);
      }
    }
    for (String path : paths(folder)) {
      boolean known =
          listed.containsKey(path)
              || path.equals(Publication.NAME)
              || path.equals(Publication.SEAL);
      if (!known) {
        problems.add(path + ": not part of the publication");
      }
    }
    return new Bundle(folder, publication, hash, problems);
  }

  private static Optional<String> changed(Path folder, Publication.File file) throws IOException {
    Path path = folder.resolve(file.path());
    if (!Files.isRegularFile(path) || !path.toRealPath().startsWith(folder.toRealPath())) {
      return Optional.of(file.path() + ": missing");
    }
    String sum = Checksum.of(path);
    return sum.equals(file.sha256())
        ? Optional.empty()
        : Optional.of(
            file.path() + ": changed; its SHA-256 is " + sum + ", published was " + file.sha256());
  }

  private static List<String> paths(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, 6)) {
      return all.filter(path -> !Files.isDirectory(path))
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .limit(MOST_FILES)
          .toList();
    }
  }

  /** The results as they were published. */
  String results() throws IOException {
    return text(folder, Publication.RESULTS);
  }

  private static String text(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new InputRefused(
          folder
              + " is no publication: it has no "
              + name
              + "\nMake one with: plumbline evaluate … --publish DIR");
    }
    if (Files.size(file) > LARGEST) {
      throw new InputRefused(file + " is larger than anything that is published");
    }
    try {
      return Files.readString(file, UTF_8);
    } catch (CharacterCodingException e) {
      throw new InputRefused(file + " is no text in UTF-8", e);
    }
  }
}
