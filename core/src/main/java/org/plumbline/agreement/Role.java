package org.plumbline.agreement;

import java.util.Set;

/**
 * A declared role.
 *
 * @param party whose role it is
 * @param standsFor the M3 stakeholder role that it stands for
 */
public record Role(String name, String party, String standsFor) {

  /** The stakeholder roles of M3, as ids (M3 playbook, glossary of roles). */
  public static final Set<String> M3_ROLES =
      Set.of(
          "executive-sponsor",
          "business-owner",
          "program-manager",
          "pmo-lead",
          "pmo-team",
          "functional-lead",
          "functional-sme",
          "technical-lead",
          "solution-architect",
          "technical-sme",
          "requirements-lead",
          "change-management-lead",
          "risk-manager",
          "contracting-officer",
          "procurement-officer",
          "o-and-m-team",
          "business-standards-lead",
          "performance-improvement-officer",
          "qsmo",
          "iv-and-v-team");
}
