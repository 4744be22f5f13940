package org.plumbline.web.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stakeholder roles of M3: the nine that its key tasks on agreements name, for customer and
 * provider alike, and those of its glossary. A role that an agreement declares stands for one of
 * them.
 */
public enum StakeholderRole {
  EXECUTIVE_SPONSOR("Executive Sponsor", Act.SEND, Act.MEASURE),
  BUSINESS_OWNER("Business Owner", Act.DRAFT, Act.SEND, Act.MEASURE),
  PROGRAM_MANAGER("Program Manager", Act.DRAFT, Act.LOAD, Act.SEND, Act.MEASURE),
  PMO_LEAD("PMO Lead", Act.DRAFT, Act.LOAD, Act.MEASURE),
  PMO_TEAM("PMO Team", Act.DRAFT, Act.LOAD, Act.MEASURE),
  FUNCTIONAL_LEAD("Functional Lead", Act.DRAFT, Act.LOAD, Act.MEASURE),
  FUNCTIONAL_SME("Functional SME", Act.DRAFT, Act.LOAD, Act.MEASURE),
  TECHNICAL_LEAD("Technical Lead/Solution Architect", Act.DRAFT, Act.LOAD, Act.MEASURE),
  TECHNICAL_SME("Technical SME", Act.DRAFT, Act.LOAD, Act.MEASURE),
  REQUIREMENTS_LEAD("Requirements Lead", Act.DRAFT, Act.MEASURE),
  CHANGE_MANAGEMENT_LEAD("Change Management Lead", Act.DRAFT, Act.MEASURE),
  RISK_MANAGER("Risk Manager", Act.DRAFT, Act.MEASURE),
  CONTRACTING_OFFICER("Contracting or Procurement Officer", Act.DRAFT, Act.SEND, Act.MEASURE),
  O_AND_M_TEAM("O&M Team", Act.LOAD, Act.MEASURE),
  BUSINESS_STANDARDS_LEAD("Business Standards Lead", Act.MEASURE),
  PERFORMANCE_IMPROVEMENT_OFFICER("Performance Improvement Officer", Act.MEASURE),
  QSMO("Quality Service Management Office"),
  IV_AND_V_TEAM("IV&V Team"),
  AUDITOR("Auditor");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes.
  private final Set<Act> acts;

  StakeholderRole(String label, Act... acts) {
    this.label = label;
    this.acts = Set.of(acts);
  }

  /** As people say it. */
  public String label() {
    return label;
  }

  /** As the register writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it may do this for its party. */
  public boolean may(Act act) {
    return acts.contains(act);
  }

  /** The role that the register writes so. */
  public static Optional<StakeholderRole> of(String key) {
    return Stream.of(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
