package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.finding.Findings;

/** The collection of published terms: each group's agreement merged with each of its terms. */
final class RealTerms {

  private RealTerms() {}

  /** The file, if it lies beside the checkout. */
  static Optional<Path> file() {
    return Stream.iterate(ProjectFiles.ROOT, folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("shared/terms.yaml"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Complete agreements by the number of the term. */
  static Map<String, YamlValue.Mapping> all() throws IOException {
    String text = Files.readString(file().orElseThrow(), UTF_8);
    YamlValue root = YamlText.read("terms.yaml", text, new Findings()).orElseThrow();
    Map<String, YamlValue.Mapping> agreements = new LinkedHashMap<>();
    for (YamlValue.Entry group : below(root, "groups").entries()) {
      YamlValue.Mapping base = below(group.value(), "agreement");
      for (YamlValue.Entry term : below(group.value(), "terms").entries()) {
        YamlValue.Mapping merged = merged(base, below(term.value(), "add"), "");
        agreements.put(term.key(), merged);
      }
    }
    return agreements;
  }

  private static YamlValue.Mapping below(YamlValue value, String key) {
    return (YamlValue.Mapping) ((YamlValue.Mapping) value).entry(key).orElseThrow().value();
  }

  static YamlValue.Mapping merged(YamlValue.Mapping one, YamlValue.Mapping other, String path) {
    List<YamlValue.Entry> entries = new ArrayList<>();
    for (YamlValue.Entry entry : one.entries()) {
      String below = path.isEmpty() ? entry.key() : path + "/" + entry.key();
      Optional<YamlValue> also = other.entry(entry.key()).map(YamlValue.Entry::value);
      YamlValue value = also.orElse(entry.value());
      if (entry.value() instanceof YamlValue.Mapping mine
          && value instanceof YamlValue.Mapping theirs
          && also.isPresent()) {
        value = merged(mine, theirs, below);
      }
      entries.add(new YamlValue.Entry(entry.keyPlace(), entry.key(), at(value, below)));
    }
    for (YamlValue.Entry entry : other.entries()) {
      if (!one.has(entry.key())) {
        String below = path.isEmpty() ? entry.key() : path + "/" + entry.key();
        entries.add(new YamlValue.Entry(entry.keyPlace(), entry.key(), at(entry.value(), below)));
      }
    }
    return (YamlValue.Mapping) at(new YamlValue.Mapping(one.place(), entries), path);
  }

  private static YamlValue at(YamlValue value, String path) {
    org.plumbline.finding.Place place =
        new org.plumbline.finding.Place(
            value.place().file(), value.place().line(), value.place().column(), path);
    if (value instanceof YamlValue.Mapping map) {
      return new YamlValue.Mapping(
          place,
          map.entries().stream()
              .map(
                  e ->
                      new YamlValue.Entry(
                          e.keyPlace(),
                          e.key(),
                          at(e.value(), path.isEmpty() ? e.key() : path + "/" + e.key())))
              .toList());
    }
    if (value instanceof YamlValue.Sequence list) {
      List<YamlValue> items = new ArrayList<>();
      for (YamlValue item : list.items()) {
        items.add(at(item, path + "/" + items.size()));
      }
      return new YamlValue.Sequence(place, items);
    }
    YamlValue.Scalar scalar = (YamlValue.Scalar) value;
    return new YamlValue.Scalar(place, scalar.text(), scalar.quoted());
  }
}
