package org.plumbline.agreement.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.ToBeAgreed;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;

/**
 * What goes on while one file is read: the findings, the values left open, and which keys were
 * asked for.
 *
 * <p>A reader of a kind of map looks like this:
 *
 * <pre>{@code
 * Optional<Clause> clause(YamlValue value) {
 *   return reading.map(value, "clause", map -> {
 *     var id = map.required("id", scalars::id);
 *     var heading = map.required("heading", scalars::text);
 *     var text = map.required("text", scalars::text);
 *     var satisfies = map.list("satisfies", scalars::text);
 *     return map.build(() -> new Clause(id.value(), heading.value(), text.value(), satisfies));
 *   });
 * }
 * }</pre>
 *
 * <p>Keys that nobody asked for before {@code build} are told as unknown, with the nearest one that
 * was asked for. So ask for every key, whether or not it stands there.
 */
public final class Reading {

  private final Findings findings;
  private final Map<String, ToBeAgreed> open = new LinkedHashMap<>();
  private final Map<String, Collection<String>> vocabulary = new HashMap<>();

  /** Starts a reading that tells into these findings. */
  public Reading(Findings findings) {
    this.findings = findings;
  }

  /** Reads a map; anything else is told. */
  public <T> Optional<T> map(
      YamlValue value, String kind, Function<MapReader, Optional<T>> reader) {
    if (value instanceof YamlValue.Mapping mapping) {
      return reader.apply(new MapReader(this, kind, mapping));
    }
    wrongShape(value, "write keys and values for the " + kind.replace('-', ' '));
    return Optional.empty();
  }

  /** Whether so much was told that nothing more is kept. */
  boolean isFull() {
    return findings.isFull();
  }

  /** Tells a finding. */
  public void tell(FindingCode code, Place place, String found, String right) {
    findings.add(code, place, found, right);
  }

  /** Tells that a value is of another shape than its key takes. */
  public void wrongShape(YamlValue value, String right) {
    FindingCode code =
        value instanceof YamlValue.Scalar scalar && scalar.isNothing()
            ? FindingCode.EMPTY_VALUE
            : FindingCode.WRONG_SHAPE;
    tell(code, value.place(), value.described() + " stands " + whereIn(value.place()), right);
  }

  /** Runs what may refuse its input; a refusal is told with this code at this place. */
  public <T> Optional<T> unlessRefused(
      FindingCode code, Place place, java.util.function.Supplier<T> make) {
    try {
      return Optional.of(make.get());
    } catch (RefusedInputException e) {
      tell(code, place, e.found(), e.wouldBeRight());
      return Optional.empty();
    }
  }

  /** The values left open so far, by path. */
  public Map<String, ToBeAgreed> open() {
    return Collections.unmodifiableMap(open);
  }

  /**
   * The keys asked for so far, by kind of map: what the schema of the language has to hold as well.
   */
  public Map<String, Collection<String>> vocabulary() {
    return Collections.unmodifiableMap(vocabulary);
  }

  void asked(String kind, String key) {
    vocabulary.computeIfAbsent(kind, any -> new HashSet<>()).add(key);
  }

  void leftOpen(Place place, ToBeAgreed value) {
    open.put(place.path(), value);
    String until = value.until().map(date -> " by " + date).orElse("");
    tell(
        FindingCode.TO_BE_AGREED,
        place,
        "this is still to be agreed",
        value.owedBy() + " owes it" + until);
  }

  /** The key that a place stands under, for a sentence: {@code under "target"}. */
  static String whereIn(Place place) {
    String[] parts = place.path().split("/", -1);
    String last = parts[parts.length - 1];
    if (last.isEmpty()) {
      return "at the top of the file";
    }
    if (last.matches("\\d+") && parts.length > 1) {
      return "in the list " + Words.quoted(parts[parts.length - 2]);
    }
    return "under " + Words.quoted(last);
  }
}
