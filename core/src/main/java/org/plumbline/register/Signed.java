package org.plumbline.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Party;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;

/**
 * Which versions both parties had signed on a day (situation S45; docs/meaning.md 24). Where the
 * register has no sign-off at all, nothing is known of signatures, and every version counts.
 */
public final class Signed {

  private final Register register;
  private final LocalDate today;
  private final Findings findings = new Findings();

  private Signed(Register register, LocalDate today) {
    this.register = register;
    this.today = today;
  }

  /**
   * The versions that count, and what is said of the others.
   *
   * @param versions the original text, and the amendments that both parties had signed
   */
  public record Told(Versions versions, List<Finding> findings) {
    /** Copies the list. */
    public Told {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The versions that count as known on a day.
   *
   * @param today what was signed later is not seen
   */
  public static Told of(Versions versions, Register register, LocalDate today) {
    if (register.signOffs().isEmpty()) {
      return new Told(versions, List.of());
    }
    return new Signed(register, today).told(versions);
  }

  private Told told(Versions versions) {
    List<Version> counting = new ArrayList<>();
    boolean chain = true;
    for (Version version : versions.versions()) {
      chain &= version.number() == 0 || counts(version);
      if (chain) {
        counting.add(version);
      }
    }
    return new Told(new Versions(counting), findings.inFileOrder());
  }

  /** Whether both parties had signed an amendment; tells if not, or if it may not count. */
  private boolean counts(Version version) {
    Optional<LocalDate> customer = signed(version, Party.CUSTOMER);
    Optional<LocalDate> provider = signed(version, Party.PROVIDER);
    if (customer.isEmpty() || provider.isEmpty()) {
      String who =
          customer.isEmpty() && provider.isEmpty()
              ? "neither party has"
              : "the " + (customer.isEmpty() ? Party.CUSTOMER : Party.PROVIDER) + " has not";
      findings.add(
          FindingCode.NOT_SIGNED,
          register.places().at("sign-offs"),
          version.name() + " does not count yet: " + who + " signed it by " + today,
          "record the sign-off once it is there");
      return false;
    }
    LocalDate last = customer.get().isAfter(provider.get()) ? customer.get() : provider.get();
    retroactive(version, last);
    return true;
  }

  private void retroactive(Version version, LocalDate signed) {
    Agreement text = version.agreement();
    Amendment terms = text.amendment().orElseThrow();
    if (!signed.isAfter(terms.effective())) {
      return;
    }
    Place place = register.places().at("sign-offs/" + lastOf(version));
    if (terms.retroactive().isEmpty()) {
      findings.add(
          FindingCode.SIGNED_TOO_LATE,
          place,
          version.name() + " takes effect on " + terms.effective() + " and was signed on " + signed,
          "say under amendment: retroactive: why it takes effect before it was signed, or let it"
              + " take effect later");
    } else {
      findings.add(
          new Finding(
              FindingCode.SIGNED_TOO_LATE,
              org.plumbline.finding.Severity.NOTE,
              place,
              version.name()
                  + " was signed on "
                  + signed
                  + " and takes effect before, on "
                  + terms.effective()
                  + ": "
                  + terms.retroactive().get(),
              ""));
    }
  }

  private int lastOf(Version version) {
    int last = 0;
    for (int i = 0; i < register.signOffs().size(); i++) {
      last = register.signOffs().get(i).version() == version.number() ? i : last;
    }
    return last;
  }

  /** The first day on which a party had signed this very text. */
  private Optional<LocalDate> signed(Version version, String party) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < register.signOffs().size(); i++) {
      SignOff each = register.signOffs().get(i);
      if (each.version() == version.number()
          && each.party().equals(party)
          && !each.on().isAfter(today)) {
        if (each.hash().isPresent() && !each.hash().get().equals(version.hash())) {
          findings.add(
              FindingCode.SIGNED_ANOTHER_TEXT,
              register.places().at("sign-offs/" + i + "/hash"),
              "another text was signed than " + version.name() + " in " + version.file(),
              "its hash is " + version.hash());
        } else {
          days.add(each.on());
        }
      }
    }
    return days.stream().min(LocalDate::compareTo);
  }
}
