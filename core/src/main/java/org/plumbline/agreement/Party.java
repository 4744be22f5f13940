package org.plumbline.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An organization and what is true of it (language.md 3.5).
 *
 * @param federal whether it is a federal agency; empty: not said
 * @param facts facts by id, each of which may vary by date
 */
public record Party(
    String name,
    Optional<Boolean> federal,
    List<String> components,
    Map<String, Varying<Literal>> facts) {

  /** The id of the party that receives the service. */
  public static final String CUSTOMER = "customer";

  /** The id of the party that delivers the service. */
  public static final String PROVIDER = "provider";

  /** Copies list and map, keeping their order. */
  public Party {
    components = List.copyOf(components);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
