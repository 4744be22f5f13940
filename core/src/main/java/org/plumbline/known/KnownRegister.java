package org.plumbline.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.finding.Finding;
import org.plumbline.register.Issued;
import org.plumbline.register.Register;
import org.plumbline.register.Versions;

/** The register of an agreement beside the texts that count by it, wherever both are kept. */
public interface KnownRegister {

  /** What it says; nothing where there is none. */
  Register register();

  /** What was noticed in it. */
  List<Finding> findings();

  /** The texts of the agreement that count; of one text only that one. */
  Versions versions();

  /** The reports that were issued on a day or before. */
  default List<Issued> issuedBy(LocalDate day) {
    return register().issued().stream().filter(report -> !report.on().isAfter(day)).toList();
  }

  /**
   * Rows of the register's own sets that are kept elsewhere than in files, by set. One of them
   * stands in the place of a row of a file with the same key.
   */
  default Map<String, List<RegisterRow>> kept() {
    return Map.of();
  }

  /** The text in force on a day. */
  default Agreement on(LocalDate day) {
    return versions().on(day).agreement();
  }
}
