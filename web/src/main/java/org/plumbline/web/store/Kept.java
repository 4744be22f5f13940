package org.plumbline.web.store;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was made of something that never changes, kept in memory so that it is made once; what was
 * not asked for longest goes when it weighs too much. It knows no rights: ask it only with keys
 * that the database gave to the person in this request.
 */
public final class Kept<K, V> {

  private record Weighed<V>(V value, long weight) {}

  private final long most;
  private final Map<K, Weighed<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * Keeps nothing yet.
   *
   * @param most weight of all together, inclusive, in whatever unit {@link #keep} is given
   */
  public Kept(long most) {
    this.most = most;
  }

  /** What is kept; empty if nothing is, or not any more. */
  public synchronized Optional<V> of(K key) {
    return Optional.ofNullable(entries.get(key)).map(Weighed::value);
  }

  /** Keeps it, unless it alone weighs more than everything may. */
  public synchronized void keep(K key, V value, long heavy) {
    forget(key);
    if (heavy > most) {
      return;
    }
    entries.put(key, new Weighed<>(value, heavy));
    weight += heavy;
    ArrayDeque<K> oldest = new ArrayDeque<>();
    long over = weight - most;
    for (var entry : entries.entrySet()) {
      if (over <= 0) {
        break;
      }
      oldest.add(entry.getKey());
      over -= entry.getValue().weight();
    }
    oldest.forEach(this::forget);
  }

  private void forget(K key) {
    Weighed<V> gone = entries.remove(key);
    weight -= gone == null ? 0 : gone.weight();
  }
}
