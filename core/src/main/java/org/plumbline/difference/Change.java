package org.plumbline.difference;

import java.util.List;
import java.util.Optional;

/**
 * One value that is not the same in two versions.
 *
 * @param path the keys that lead to it; an item of a list is its number from 1, or its id
 * @param kind what happened
 * @param before as it was, in the words of the language; empty if added
 * @param after as it is; empty if removed
 */
public record Change(List<String> path, Kind kind, String before, String after) {

  /** Copies the path. */
  public Change {
    path = List.copyOf(path);
  }

  /** What happened to a value. */
  public enum Kind {
    /** It was not there before. */
    ADDED,
    /** It is not there any more. */
    REMOVED,
    /** It was something else. */
    CHANGED
  }

  /** The words struck and inserted, where prose was changed. */
  public Optional<Redline> redline() {
    return kind == Kind.CHANGED && Redline.isProse(path)
        ? Optional.of(Redline.between(before, after))
        : Optional.empty();
  }

  /** The section that it is in, such as {@code metrics}. */
  public String section() {
    return path.isEmpty() ? "" : path.get(0);
  }

  /** The named thing of the section, such as a metric's id; empty where the section has none. */
  public String thing() {
    return path.size() > 1 ? path.get(1) : "";
  }

  /** The path below the thing, or below the section where there is no thing. */
  public String below(String thing) {
    int from = thing.isEmpty() ? 1 : 2;
    return path.size() > from ? String.join("/", path.subList(from, path.size())) : "";
  }
}
