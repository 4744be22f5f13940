package org.plumbline.agreement.yaml;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.plumbline.finding.Place;

/**
 * Where in a file each part of a model stands, by the keys that lead there.
 *
 * @param byPath places by path, such as {@code metrics/on-time/target/within}
 */
public record Places(Map<String, Place> byPath, Place file) {

  /** Keeps the map, which must not change any more. */
  public Places {
    byPath = Collections.unmodifiableMap(byPath);
  }

  /** No places but the file as a whole. */
  public static Places none(String file) {
    return new Places(Map.of(), Place.of(file));
  }

  /** Whether something stands at exactly this path. */
  public boolean has(String path) {
    return byPath.containsKey(path);
  }

  /**
   * The place of a path. Where a single value stands for a list of one, {@code target/0/within} is
   * {@code target/within}; where nothing stands at the path, the nearest place above it.
   */
  public Place at(String path) {
    return exact(path)
        .map(found -> new Place(found.file(), found.line(), found.column(), path))
        .orElseGet(
            () -> {
              int slash = path.lastIndexOf('/');
              return slash < 0 ? file : at(path.substring(0, slash));
            });
  }

  private Optional<Place> exact(String path) {
    return Optional.ofNullable(byPath.get(path))
        .or(() -> Optional.ofNullable(byPath.get(path.replaceAll("/0(?=/|$)", ""))));
  }
}
