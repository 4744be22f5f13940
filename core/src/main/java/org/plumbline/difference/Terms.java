package org.plumbline.difference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The terms of a text and what each of them rests on (docs/meaning.md, on sign-offs).
 *
 * <p>A term is a named thing, such as {@code metrics/paid-in-time}, or a section that is one thing,
 * such as {@code renewal}. It rests on the head of the agreement, on every term that it names
 * outside of prose, on what those rest on; a metric also on the exclusions that name it.
 */
public final class Terms {

  /** What every term rests on. */
  private static final Set<String> HEAD =
      Set.of(
          "plumbline", "agreement", "zone", "parties", "performance-period", "calendar", "period");

  private static final Pattern NO_ID = Pattern.compile("[^a-z0-9-]+");

  private final Map<String, JsonNode> terms = new LinkedHashMap<>();
  private final Map<String, Set<String>> byId = new LinkedHashMap<>();

  private Terms(JsonNode canonical) {
    Map<String, Map<String, JsonNode>> sections = new TreeMap<>();
    for (Map.Entry<String, JsonNode> section : canonical.properties()) {
      sections.put(section.getKey(), things(section.getKey(), section.getValue()));
    }
    sections.entrySet().stream()
        .sorted(java.util.Comparator.comparingInt(each -> Sections.order(each.getKey())))
        .forEach(each -> terms.putAll(each.getValue()));
    terms
        .keySet()
        .forEach(
            term -> {
              int slash = term.indexOf('/');
              if (slash > 0) {
                byId.computeIfAbsent(term.substring(slash + 1), id -> new LinkedHashSet<>())
                    .add(term);
              }
            });
  }

  private static Map<String, JsonNode> things(String section, JsonNode value) {
    Map<String, JsonNode> things = new LinkedHashMap<>();
    if (!Sections.holdsThings(section)) {
      things.put(section, value);
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(entry -> things.put(section + "/" + entry.getKey(), entry.getValue()));
    } else {
      for (int i = 0; i < value.size(); i++) {
        JsonNode item = value.get(i);
        things.put(section + "/" + (item.has("id") ? item.get("id").asString() : i + 1), item);
      }
    }
    return things;
  }

  /** The terms of a text by its canonical form. */
  public static Terms of(String canonical) {
    return new Terms(new JsonMapper().readTree(canonical));
  }

  /** All terms, in the order of the sections. */
  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(terms.keySet()));
  }

  /** What a term is called: {@code Metric paid-in-time}. */
  public static String heading(String term) {
    int slash = term.indexOf('/');
    return slash < 0
        ? Sections.heading(term, "")
        : Sections.heading(term.substring(0, slash), term.substring(slash + 1));
  }

  /** A term as the language writes it, on one line; empty if there is no such. */
  public Optional<String> written(String term) {
    return Optional.ofNullable(terms.get(term)).map(Difference::text);
  }

  /** What names the wording of a term: SHA-256 of its canonical form; empty if there is no such. */
  public Optional<String> digest(String term) {
    return Optional.ofNullable(terms.get(term))
        .map(value -> digest(value.toString().getBytes(UTF_8)));
  }

  /**
   * The digests of some terms and of all that they rest on.
   *
   * @param covered terms, or sections with all of their terms; all if it is empty
   */
  public Map<String, String> restedOn(Collection<String> covered) {
    Deque<String> open = new ArrayDeque<>();
    for (String term : terms.keySet()) {
      if (covered.isEmpty() || isIn(term, covered) || HEAD.contains(section(term))) {
        open.add(term);
      }
    }
    Set<String> reached = new TreeSet<>(open);
    while (!open.isEmpty()) {
      for (String next : named(open.remove())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    Map<String, String> digests = new TreeMap<>();
    reached.forEach(term -> digest(term).ifPresent(digest -> digests.put(term, digest)));
    return digests;
  }

  /**
   * The terms that read otherwise now, that are gone, or that came and are covered.
   *
   * @param covered as it was said when the digests were taken
   * @param digests what {@link #restedOn} gave for the text that was signed
   */
  public List<String> changedSince(Collection<String> covered, Map<String, String> digests) {
    Map<String, String> now = restedOn(covered);
    Set<String> changed = new TreeSet<>();
    digests.forEach(
        (term, digest) -> {
          if (!digest.equals(digest(term).orElse(""))) {
            changed.add(term);
          }
        });
    now.keySet().stream().filter(term -> !digests.containsKey(term)).forEach(changed::add);
    return List.copyOf(changed);
  }

  private static boolean isIn(String term, Collection<String> covered) {
    return covered.contains(term) || covered.contains(section(term));
  }

  private static String section(String term) {
    int slash = term.indexOf('/');
    return slash < 0 ? term : term.substring(0, slash);
  }

  private Set<String> named(String term) {
    Set<String> named = new LinkedHashSet<>();
    collect(List.of(term), java.util.Objects.requireNonNull(terms.get(term)), named);
    if (!namesMetrics(term)) {
      named.removeIf(other -> section(other).equals("metrics"));
    }
    if (section(term).equals("metrics")) {
      String id = term.substring(term.indexOf('/') + 1);
      terms.forEach(
          (other, value) -> {
            if (section(other).equals("exclusions") && excludes(value, id)) {
              named.add(other);
            }
          });
    }
    return named;
  }

  /**
   * Whether a term can name metrics. Calendars, periods and record sets cannot, whatever their
   * words are; of metrics only those over the register's sets; an exclusion names them to say what
   * is left out of each, and does not rest on them.
   */
  private boolean namesMetrics(String term) {
    return switch (section(term)) {
      case "calendars", "periods", "records", "definitions", "exclusions" -> false;
      case "metrics" ->
          Optional.ofNullable(terms.get(term))
              .map(metric -> metric.get("records"))
              .filter(records -> records.asString("").startsWith("register/"))
              .isPresent();
      default -> true;
    };
  }

  private boolean excludes(JsonNode exclusion, String metric) {
    Set<String> words = new LinkedHashSet<>();
    words(List.of(), exclusion, words);
    return words.contains(metric) || words.contains("all");
  }

  private void collect(List<String> path, JsonNode value, Set<String> named) {
    Set<String> words = new LinkedHashSet<>();
    words(path, value, words);
    words.forEach(word -> named.addAll(byId.getOrDefault(word, Set.of())));
  }

  /** Every word of a value, keys included, that could be an id; none of prose. */
  private static void words(List<String> path, JsonNode value, Set<String> words) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry -> {
                words.add(entry.getKey());
                words(List.of(entry.getKey()), entry.getValue(), words);
              });
    } else if (value.isArray()) {
      value.forEach(item -> words(path, item, words));
    } else if (!Redline.isProse(path)) {
      words.addAll(List.of(NO_ID.split(value.asString(), -1)));
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
