package org.plumbline.web.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.negotiation.Positions;
import org.plumbline.web.negotiation.TermRow;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.signoff.SignOffs;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * One change offered to many agreements: each gets a draft of its own, made from its own text in
 * force, and is negotiated by itself (docs/meaning.md 38).
 */
@Component
final class CommonChanges {

  private static final String CHANGE =
      """
      select c.id, c.title, c.reason, c.driver, c.effective, c.changes, c.source, c.version, c.made_at, coalesce(p.name, 'somebody') as made_by_name
      from common_change c left join person p on p.id = c.made_by
      """;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final SignOffs signOffs;
  private final Positions positions;
  private final Amending amending;
  private final Clock clock;

  CommonChanges(
      Store store,
      Authority authority,
      Agreements agreements,
      SignOffs signOffs,
      Positions positions,
      Amending amending,
      Clock clock) {
    this.amending = amending;
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.signOffs = signOffs;
    this.positions = positions;
    this.clock = clock;
  }

  /** A draft from which a change can be taken: it was made from another text of its agreement. */
  record Source(UUID agreement, UUID version, String words) {}

  /** The drafts and sent texts of the own organization that were made from another text. */
  List<Source> sources(Viewer viewer) {
    List<Source> sources = new ArrayList<>();
    for (AgreementRow row : agreements.all(viewer)) {
      agreements.versions(viewer, row.id()).stream()
          .filter(version -> version.organization().equals(viewer.organization()))
          .filter(version -> version.restsOn().isPresent() && version.hash().isPresent())
          .limit(5)
          .forEach(
              version ->
                  sources.add(
                      new Source(
                          row.id(),
                          version.id(),
                          row.title()
                              + ", with "
                              + row.across(viewer.organization())
                              + ": text "
                              + version.label())));
    }
    return sources;
  }

  /** All of the own organization, the newest first. */
  List<CommonChange> all(Viewer viewer) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(CHANGE + " order by c.made_at desc, c.id")
                .query((rows, number) -> row(rows))
                .list());
  }

  /**
   * One of them.
   *
   * @throws NotHere if the person may not see it
   */
  CommonChange one(Viewer viewer, UUID change) {
    return all(viewer).stream()
        .filter(each -> each.id().equals(change))
        .findFirst()
        .orElseThrow(() -> new NotHere("There is no such change here."));
  }

  private static CommonChange row(ResultSet rows) throws SQLException {
    return new CommonChange(
        rows.getObject("id", UUID.class),
        rows.getString("title"),
        rows.getString("reason"),
        rows.getString("driver"),
        rows.getObject("effective", LocalDate.class),
        List.of(
            JsonMapper.shared().readValue(rows.getString("changes"), CommonChange.Changed[].class)),
        rows.getObject("source", UUID.class),
        rows.getObject("version", UUID.class),
        rows.getString("made_by_name"),
        rows.getObject("made_at", OffsetDateTime.class).toInstant());
  }

  /**
   * Takes a change from a draft: what differs between it and the text that it was made from.
   *
   * @param effective the first day of the amendments
   * @throws Refused if nothing differs, or one of both has errors
   */
  UUID take(
      Viewer viewer, UUID version, String title, String reason, String driver, String effective) {
    Source source =
        sources(viewer).stream()
            .filter(each -> each.version().equals(version))
            .findFirst()
            .orElseThrow(() -> new NotHere("There is no such draft here."));
    authority.require(viewer, source.agreement(), Act.DRAFT);
    if (title.isBlank() || reason.isBlank()) {
      throw new Refused("Name the change, and say why it is made.");
    }
    if (!List.of("customer-operations", "provider-performance", "law", "correction")
        .contains(driver)) {
      throw new Refused("Choose what drives the change.");
    }
    LocalDate first = day(effective);
    VersionRow draft = agreements.version(viewer, source.agreement(), version);
    VersionRow base = agreements.version(viewer, source.agreement(), draft.restsOn().orElseThrow());
    CheckedText before = agreements.text(viewer, base);
    CheckedText after = agreements.text(viewer, draft);
    if (!before.isWhole() || !after.isWhole()) {
      throw new Refused("Mend the errors in both texts first.");
    }
    List<CommonChange.Changed> changed = CommonChange.between(before, after);
    if (changed.isEmpty()) {
      throw new Refused("The draft says the same as the text that it was made from.");
    }
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into common_change (organization, title, reason, driver, effective, changes, source, version, made_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                    """)
                .params(
                    viewer.organization(),
                    title.strip(),
                    reason.strip(),
                    driver,
                    first,
                    JsonMapper.shared().writeValueAsString(changed),
                    source.agreement(),
                    version,
                    viewer.person())
                .query(UUID.class)
                .single());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException fault) {
      throw new Refused("Write the first day like 2027-04-01.");
    }
  }

  /**
   * An agreement and where the change stands in it.
   *
   * @param base the text that a draft would be made from
   * @param fits how each value stands there
   * @param offered the text that the change became; empty: not yet
   * @param state where that stands, in a few words
   */
  record Stand(
      AgreementRow agreement,
      Optional<VersionRow> base,
      List<CommonChange.Fit> fits,
      Optional<VersionRow> offered,
      String state) {
    /** Copies the list. */
    Stand {
      fits = List.copyOf(fits);
    }

    /** Whether a draft would change anything. */
    public boolean canBeOffered() {
      return offered.isEmpty()
          && fits.stream().anyMatch(fit -> fit.fits() == CommonChange.Fits.AS_THERE);
    }

    /** Whether a value is another one there, so that somebody has to say whether it changes too. */
    public boolean differs() {
      return offered.isEmpty()
          && fits.stream().anyMatch(fit -> fit.fits() == CommonChange.Fits.OTHERWISE);
    }

    /** How many values stand so. */
    public long count(String fits) {
      return this.fits.stream().filter(fit -> fit.fits().name().equals(fits)).count();
    }
  }

  /** Where the change stands in each agreement in which the own organization is the same party. */
  List<Stand> overview(Viewer viewer, CommonChange change) {
    AgreementRow source = agreements.one(viewer, change.source());
    boolean asProvider = source.provider().equals(viewer.organization());
    Map<UUID, UUID> offered = new LinkedHashMap<>();
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    "select agreement, version from common_change_offer where common_change = ?"
                        + " order by made_at")
                .param(change.id())
                .query(
                    rows -> {
                      offered.put(
                          rows.getObject("agreement", UUID.class),
                          rows.getObject("version", UUID.class));
                    }));
    offered.putIfAbsent(change.source(), change.version());
    return agreements.all(viewer).stream()
        .filter(row -> (asProvider ? row.provider() : row.customer()).equals(viewer.organization()))
        .map(row -> stand(viewer, change, row, Optional.ofNullable(offered.get(row.id()))))
        .toList();
  }

  private Stand stand(
      Viewer viewer, CommonChange change, AgreementRow row, Optional<UUID> offered) {
    Optional<VersionRow> base = base(viewer, row.id());
    List<CommonChange.Fit> fits =
        base.map(version -> change.fits(agreements.text(viewer, version))).orElse(List.of());
    Optional<VersionRow> text = offered.map(id -> agreements.version(viewer, row.id(), id));
    return new Stand(row, base, fits, text, text.map(it -> state(viewer, row, it)).orElse(""));
  }

  /** The text in force, else the one that is talked about. */
  private Optional<VersionRow> base(Viewer viewer, UUID agreement) {
    return signOffs
        .inForce(viewer, agreement, clock.instant())
        .or(() -> agreements.current(viewer, agreement));
  }

  private String state(Viewer viewer, AgreementRow row, VersionRow text) {
    if (!text.isSent()) {
      return text.hash().isPresent() ? "a draft in our room" : "a draft with errors to mend";
    }
    SignOffs.Progress progress = signOffs.progress(viewer, row.id(), text);
    if (progress.isSigned()) {
      return "signed by all";
    }
    long signed = progress.steps().stream().filter(step -> step.isSigned()).count();
    if (signed > 0) {
      return "signed by " + signed + " of " + progress.steps().size();
    }
    boolean isNewest =
        agreements
            .current(viewer, row.id())
            .filter(current -> current.id().equals(text.id()))
            .isPresent();
    if (!isNewest) {
      return "sent; a later text is on the table";
    }
    Positions.Table table = positions.table(viewer, row.id());
    long open = table.rows().size() - table.count(TermRow.State.AGREED);
    return open == 0
        ? "sent; agreed, to be signed"
        : "sent; " + open + (open == 1 ? " term is" : " terms are") + " not agreed yet";
  }

  /**
   * Makes a draft of the change in an agreement; nothing is sent.
   *
   * @param all whether values change too that are other ones there
   * @return the draft
   */
  UUID offer(Viewer viewer, UUID id, UUID agreement, boolean all) {
    CommonChange change = one(viewer, id);
    Stand stand =
        overview(viewer, change).stream()
            .filter(each -> each.agreement().id().equals(agreement))
            .findFirst()
            .orElseThrow(() -> new NotHere("There is no such agreement here."));
    authority.require(viewer, agreement, Act.DRAFT);
    if (stand.offered().isPresent()) {
      throw new Refused("There is a text of this change in the agreement already.");
    }
    VersionRow base =
        stand.base().orElseThrow(() -> new Refused("The agreement has no text without errors."));
    Map<String, String> changes = new LinkedHashMap<>();
    for (CommonChange.Fit fit : stand.fits()) {
      if (fit.fits() == CommonChange.Fits.AS_THERE
          || (all && fit.fits() == CommonChange.Fits.OTHERWISE)) {
        changes.put(fit.value().path(), fit.value().after());
      }
    }
    if (changes.isEmpty()) {
      throw new Refused("Nothing of the change fits the text of this agreement.");
    }
    UUID draft =
        amending.draft(
            viewer,
            base,
            changes,
            new Amending.Why(change.effective(), change.reason(), change.driver()));
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    "insert into common_change_offer (agreement, organization, common_change,"
                        + " version, made_by) values (?, ?, ?, ?, ?)")
                .params(agreement, viewer.organization(), id, draft, viewer.person())
                .update());
    return draft;
  }
}
