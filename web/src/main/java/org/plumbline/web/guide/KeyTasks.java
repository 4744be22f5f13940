package org.plumbline.web.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The key tasks of the guide: those that ship, in our own words, and in their place those of the
 * same name in a folder that was named at the start. A task of the folder says which of our
 * activities is meant by words alone; evidence goes with them.
 */
public final class KeyTasks {

  private static final List<String> SHIPPED =
      List.of(
          "1.6", "1.11", "2.1", "3.9", "3.14", "3.16", "4.3", "4.4", "4.16", "4.19", "5.1", "5.3",
          "5.9");

  /** How many of the words of two texts have to be the same for them to mean the same. */
  private static final double ALIKE = 0.2;

  private static final long LARGEST = 1_000_000;

  private final List<KeyTask> all;

  private KeyTasks(List<KeyTask> all) {
    this.all = List.copyOf(all);
  }

  /** Those that ship. */
  public static KeyTasks shipped() {
    return new KeyTasks(SHIPPED.stream().map(KeyTasks::shipped).toList());
  }

  private static KeyTask shipped(String number) {
    String file = number + ".md";
    try (InputStream stream =
        Objects.requireNonNull(KeyTasks.class.getResourceAsStream(file), file)) {
      return KeyTaskFile.read(file, new String(stream.readAllBytes(), UTF_8)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those that ship, with the wording of a folder where it has a task of the same name. Tasks that
   * do not concern an agreement are left out.
   *
   * @throws IllegalArgumentException if the folder holds no key task
   */
  public static KeyTasks from(Path folder) throws IOException {
    List<KeyTask> read;
    try (Stream<Path> files = Files.list(folder)) {
      read =
          files
              .filter(file -> file.getFileName().toString().endsWith(".md"))
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .flatMap(file -> read(file).stream())
              .toList();
    }
    if (read.isEmpty()) {
      throw new IllegalArgumentException(
          folder + " holds no key task: pages (.md) whose front matter has name: and activities:");
    }
    return new KeyTasks(
        shipped().all.stream()
            .map(
                own ->
                    read.stream()
                        .filter(other -> simple(other.name()).equals(simple(own.name())))
                        .findFirst()
                        .map(other -> withEvidence(other, own))
                        .orElse(own))
            .toList());
  }

  private static Optional<KeyTask> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return KeyTaskFile.read(file.getFileName().toString(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a name, without what editions add in brackets. */
  private static String simple(String name) {
    return String.join(" ", words(name.replaceAll("\\([^)]*\\)", "").replace("O&M", "")))
        .replace("operations maintenance ", "")
        .replace("oandm ", "");
  }

  private static KeyTask withEvidence(KeyTask task, KeyTask own) {
    List<KeyTask.Activity> activities =
        task.activities().stream()
            .map(
                activity ->
                    activity.evidence().isEmpty()
                        ? new KeyTask.Activity(
                            activity.text(),
                            activity.group(),
                            activity.parties(),
                            alike(activity, own))
                        : activity)
            .toList();
    return new KeyTask(
        task.name(),
        own.number(),
        task.objective(),
        task.parties().isEmpty() ? own.parties() : task.parties(),
        activities,
        task.inputs(),
        task.outputs(),
        task.stakeholders(),
        task.bestPractice(),
        task.remarks());
  }

  /** The evidence of our activity that says most of the same words. */
  private static List<String> alike(KeyTask.Activity activity, KeyTask own) {
    return own.activities().stream()
        .filter(ours -> alike(ours.text(), activity.text()) >= ALIKE)
        .max(Comparator.comparingDouble(ours -> alike(ours.text(), activity.text())))
        .map(KeyTask.Activity::evidence)
        .orElse(List.of());
  }

  private static double alike(String one, String other) {
    Set<String> a = new HashSet<>(words(one));
    Set<String> b = new HashSet<>(words(other));
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    int smaller = Math.min(a.size(), b.size());
    return smaller == 0 ? 0 : both.size() / (double) smaller;
  }

  /** Words of more than three letters, without their endings. */
  private static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(word -> word.length() > 3)
        .map(word -> word.replaceAll("(ies|y)$", "i").replaceAll("(ing|ed|es|s|e)$", ""))
        .toList();
  }

  /** In the order of their work. */
  public List<KeyTask> all() {
    return all;
  }

  /** The one that addresses call so. */
  public Optional<KeyTask> task(String key) {
    return all.stream().filter(task -> task.key().equals(key)).findFirst();
  }
}
