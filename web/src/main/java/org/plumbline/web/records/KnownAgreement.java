package org.plumbline.web.records;

import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.finding.Finding;
import org.plumbline.inforce.InForce;
import org.plumbline.known.KnownRegister;
import org.plumbline.register.Register;
import org.plumbline.register.Versions;
import org.plumbline.web.agreement.VersionRow;

/**
 * An agreement as the register had it at a moment: the texts that count, and what happened around
 * them.
 *
 * @param versions the texts that count, the original first
 * @param rows the same in the register
 * @param checked what was noticed in the texts
 * @param register what was issued, signed, delivered and asked for
 * @param findings what was noticed in the register
 * @param kept what parties did about what follows, and bills, as rows of the register's own sets
 * @param declarations the times that notices declare, as a file of the register's set; empty: none
 */
public record KnownAgreement(
    Versions versions,
    List<VersionRow> rows,
    List<Finding> checked,
    Register register,
    List<Finding> findings,
    Map<String, List<RegisterRow>> kept,
    String declarations)
    implements KnownRegister {

  /** Copies the lists. */
  public KnownAgreement {
    rows = List.copyOf(rows);
    checked = List.copyOf(checked);
    findings = List.copyOf(findings);
    kept = Map.copyOf(kept);
  }

  /** A text by itself: nothing was done about what follows. */
  public KnownAgreement(
      Versions versions,
      List<VersionRow> rows,
      List<Finding> checked,
      Register register,
      List<Finding> findings) {
    this(versions, rows, checked, register, findings, Map.of(), "");
  }

  /** The same with the times that notices declare. */
  public KnownAgreement declaring(String file) {
    return new KnownAgreement(versions, rows, checked, register, findings, kept, file);
  }

  /** The text for which records are loaded, so that they serve all versions. */
  public Agreement loading() {
    return versions.versions().size() > 1
        ? InForce.loading(versions)
        : versions.first().agreement();
  }

  /** The last text that counts, in the register. */
  public VersionRow last() {
    return rows.get(rows.size() - 1);
  }
}
