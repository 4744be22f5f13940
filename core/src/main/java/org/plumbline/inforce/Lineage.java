package org.plumbline.inforce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.agreement.Metric;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;

/**
 * A metric through the versions.
 *
 * @param name the id that it had last; one that ended and whose id came back says when it ended
 * @param ids its id by position of the version; without gap
 */
record Lineage(String name, TreeMap<Integer, String> ids) {

  /** The metrics of all versions: those of the last in its order, then those that ended. */
  static List<Lineage> all(Versions versions) {
    Map<String, TreeMap<Integer, String>> going = new HashMap<>();
    List<TreeMap<Integer, String>> ended = new ArrayList<>();
    List<TreeMap<Integer, String>> last = new ArrayList<>();
    for (int i = 0; i < versions.versions().size(); i++) {
      Map<String, TreeMap<Integer, String>> next = new HashMap<>();
      last.clear();
      Version version = versions.versions().get(i);
      for (Map.Entry<String, Metric> metric : version.agreement().metrics().entrySet()) {
        String from = metric.getValue().was().orElse(metric.getKey());
        TreeMap<Integer, String> ids =
            Optional.ofNullable(going.remove(from)).orElseGet(TreeMap::new);
        ids.put(i, metric.getKey());
        next.put(metric.getKey(), ids);
        last.add(ids);
      }
      ended.addAll(going.values());
      going = next;
    }
    List<Lineage> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    last.forEach(ids -> all.add(named(ids, names, "")));
    ended.sort((one, other) -> one.lastEntry().getValue().compareTo(other.lastEntry().getValue()));
    for (TreeMap<Integer, String> ids : ended) {
      String until = versions.versions().get(ids.lastKey() + 1).id();
      all.add(named(ids, names, "-until-" + until));
    }
    return Collections.unmodifiableList(all);
  }

  private static Lineage named(TreeMap<Integer, String> ids, Set<String> names, String otherwise) {
    String id = ids.lastEntry().getValue();
    String name = names.contains(id) ? id + otherwise : id;
    names.add(name);
    return new Lineage(name, ids);
  }

  int first() {
    return ids.firstKey();
  }

  int last() {
    return ids.lastKey();
  }

  Optional<String> id(int version) {
    return Optional.ofNullable(ids.get(version));
  }
}
