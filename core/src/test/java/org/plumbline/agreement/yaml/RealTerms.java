package org.plumbline.agreement.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.finding.Findings;

/** The collection of published terms: each group's agreement merged with each of its terms. */
final class RealTerms {

  private RealTerms() {}

  /** The collection's files, one a group. */
  static List<Path> files() {
    return ProjectFiles.in("core/src/test/resources/terms", ".yaml");
  }

  /** Complete agreements by the number of the term. */
  static Map<String, YamlValue.Mapping> all() {
    Map<String, YamlValue.Mapping> agreements = new TreeMap<>();
    for (Path file : files()) {
      YamlValue root = root(file);
      YamlValue.Mapping base = below(root, "agreement");
      for (YamlValue.Entry term : below(root, "terms").entries()) {
        agreements.put(term.key(), merged(base, below(term.value(), "add"), ""));
      }
    }
    return agreements;
  }

  /** The terms of a file as they are written, in order. */
  static List<RealTerm> terms(Path file) {
    List<String> lines =
        ProjectFiles.text(ProjectFiles.ROOT.relativize(file).toString()).lines().toList();
    List<YamlValue.Entry> entries = below(root(file), "terms").entries();
    List<RealTerm> terms = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      YamlValue term = entries.get(i).value();
      int from = ((YamlValue.Mapping) term).entry("add").orElseThrow().keyPlace().line();
      int until = i + 1 < entries.size() ? entries.get(i + 1).keyPlace().line() - 1 : lines.size();
      String add = String.join("\n", lines.subList(from, until)).stripIndent().strip();
      terms.add(
          new RealTerm(
              entries.get(i).key(),
              text(term, "source"),
              text(term, "says"),
              text(term, "decides"),
              add));
    }
    return terms;
  }

  /** The agreement that the terms of a file add to, as it is written. */
  static String base(Path file) {
    String text = ProjectFiles.text(ProjectFiles.ROOT.relativize(file).toString());
    int from = text.indexOf("\nagreement:\n") + "\nagreement:\n".length();
    return text.substring(from, text.indexOf("\nterms:\n")).stripIndent().strip();
  }

  private static YamlValue root(Path file) {
    String text = ProjectFiles.text(ProjectFiles.ROOT.relativize(file).toString());
    return YamlText.read(file.getFileName().toString(), text, new Findings()).orElseThrow();
  }

  private static String text(YamlValue term, String key) {
    return ((YamlValue.Scalar) ((YamlValue.Mapping) term).entry(key).orElseThrow().value()).text();
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
