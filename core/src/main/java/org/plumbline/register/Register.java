package org.plumbline.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.yaml.Places;

/**
 * What happened around an agreement, as dated facts in the file {@code register.yaml} (design 3;
 * docs/formats/register.md): who signed what, which reports were issued, which records were
 * delivered, what was asked for afterwards and what became of it. Nobody signs it; a publication
 * holds a copy.
 *
 * @param agreement id of the agreement
 * @param issued the SLA Performance Reports that were issued
 * @param signOffs who signed which text
 * @param loads what was delivered, by id
 * @param requests reconsideration requests by id, in the order of the file
 * @param places where each part stands in the file
 */
public record Register(
    String agreement,
    List<Issued> issued,
    List<SignOff> signOffs,
    Map<String, Load> loads,
    Map<String, Request> requests,
    Places places) {

  /** What the file is called, beside the agreement. */
  public static final String NAME = "register.yaml";

  /** Copies lists and maps, keeping their order. */
  public Register {
    issued = List.copyOf(issued);
    signOffs = List.copyOf(signOffs);
    loads = Collections.unmodifiableMap(new LinkedHashMap<>(loads));
    requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
  }

  /** Nothing is known. */
  public static Register none(String agreement) {
    return new Register(
        agreement, List.of(), List.of(), Map.of(), Map.of(), Places.none(Register.NAME));
  }
}
