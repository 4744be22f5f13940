package org.plumbline.web.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.calendar.ReportingPeriod;
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
 * @param files of the register's own sets, by name: the times that notices declare
 * @param ending until when it lasts; empty of a text by itself
 */
public record KnownAgreement(
    Versions versions,
    List<VersionRow> rows,
    List<Finding> checked,
    Register register,
    List<Finding> findings,
    Map<String, List<RegisterRow>> kept,
    Map<String, String> files,
    Optional<Ending> ending)
    implements KnownRegister {

  /** Copies the lists. */
  public KnownAgreement {
    rows = List.copyOf(rows);
    checked = List.copyOf(checked);
    findings = List.copyOf(findings);
    kept = Map.copyOf(kept);
    files = Map.copyOf(files);
  }

  /** A text by itself: nothing was done about what follows. */
  public KnownAgreement(
      Versions versions,
      List<VersionRow> rows,
      List<Finding> checked,
      Register register,
      List<Finding> findings) {
    this(versions, rows, checked, register, findings, Map.of(), Map.of(), Optional.empty());
  }

  /** The same with the times that notices declare. */
  public KnownAgreement declaring(String file) {
    return file.isEmpty() ? this : with(kept, Map.of(DeclarationRows.FILE, file));
  }

  /** The same with everything of the register's own sets in files, as it lies in a publication. */
  public KnownAgreement inFiles() {
    Map<String, String> all = new LinkedHashMap<>(files);
    kept.forEach((set, rows) -> all.put(RegisterFiles.name(set), RegisterFiles.of(rows)));
    return with(Map.of(), all);
  }

  private KnownAgreement with(Map<String, List<RegisterRow>> kept, Map<String, String> files) {
    return new KnownAgreement(versions, rows, checked, register, findings, kept, files, ending);
  }

  /** Whether a period begins after the last day, so that nothing of it falls due. */
  public boolean isOver(ReportingPeriod period) {
    return ending.flatMap(Ending::ends).filter(period.from()::isAfter).isPresent();
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
