package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * A named amount of money: a base and a cap (language.md 6).
 *
 * @param of {@code fees billed} or a pool
 * @param per a period; empty: that of what it is of, else the agreement's
 * @param rolling so long up to the day asked for, in place of {@code per}
 */
public record Pool(
    String of,
    List<String> services,
    Optional<Varying<Literal>> share,
    Optional<String> per,
    Optional<TimeAmount> rolling) {
  /** Copies the list. */
  public Pool {
    services = List.copyOf(services);
  }
}
