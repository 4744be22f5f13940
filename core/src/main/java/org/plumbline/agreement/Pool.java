package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;

/**
 * A named amount of money: a base and a cap (language.md 6).
 *
 * @param of {@code fees billed} or a pool
 */
public record Pool(
    String of, List<String> services, Optional<Varying<Literal>> share, Optional<String> per) {
  /** Copies the list. */
  public Pool {
    services = List.copyOf(services);
  }
}
