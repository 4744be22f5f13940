package org.plumbline.web.conops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.forms.ConopsDocument;
import org.plumbline.forms.DraftTerms;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.ResponsibilityMatrix;
import org.plumbline.forms.Understood;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.WordFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Concepts of operations of an agreement, and what their approvers said of them. */
@Component
public final class Concepts {

  private static final int LONGEST = 1_000_000;
  private static final List<String> DECISIONS =
      List.of("accepted", "accepted-pending-changes", "not-accepted");

  private static final String CONCEPT =
      """
      select c.id, c.organization, o.name as organization_name, c.number, c.title, c.is_whole, c.written_at,
        coalesce(p.name, 'somebody of ' || o.name) as written_by_name, s.sent_at
      from conops c join organization o on o.id = c.organization left join person p on p.id = c.written_by
        left join sending s on s.subject = c.id
      """;

  private final Store store;
  private final Agreements agreements;
  private final Authority authority;

  Concepts(Store store, Agreements agreements, Authority authority) {
    this.store = store;
    this.agreements = agreements;
    this.authority = authority;
  }

  /** Those that the person may see, the newest first. */
  public List<ConceptRow> all(Viewer viewer, UUID agreement) {
    agreements.one(viewer, agreement);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(CONCEPT + " where c.agreement = ? order by c.written_at desc, c.id")
                .param(agreement)
                .query((rows, number) -> row(rows))
                .list());
  }

  /**
   * One of them.
   *
   * @throws NotHere if the person may not see it
   */
  public ConceptRow one(Viewer viewer, UUID agreement, UUID concept) {
    return all(viewer, agreement).stream()
        .filter(row -> row.id().equals(concept))
        .findFirst()
        .orElseThrow(() -> new NotHere("There is no such concept of operations here."));
  }

  /** What it says, as it was written. */
  public String text(Viewer viewer, ConceptRow concept) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql("select text from conops where id = ?")
                .param(concept.id())
                .query(String.class)
                .single());
  }

  /** Adds one, a draft in the room of the viewer's organization. */
  public UUID draft(Viewer viewer, UUID agreement, String text) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    if (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw new Refused(
          "Paste the concept of operations as YAML, or choose its file: YAML, or Word with"
              + " headings.");
    }
    ConceptView view = ConceptView.of(text);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into conops (agreement, organization, number, text, title, is_whole, written_by)
                    select :agreement, :organization, coalesce(max(number), 0) + 1, :text, :title, :whole, :person
                    from conops where agreement = :agreement and organization = :organization
                    returning id
                    """)
                .param("agreement", agreement)
                .param("organization", viewer.organization())
                .param("text", text)
                .param(
                    "title", view.concept().map(each -> each.title()).orElse("A draft with errors"))
                .param("whole", view.concept().isPresent())
                .param("person", viewer.person())
                .query(UUID.class)
                .single());
  }

  /**
   * Makes a draft of a Word document by its headings, or of a responsibility matrix in Excel, and
   * adds it.
   *
   * @param file the document on disk
   * @param name as the person named it, {@code .docx} or {@code .xlsx}
   */
  public UUID draftFromOffice(Viewer viewer, UUID agreement, Path file, String name) {
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    try {
      DraftTerms terms =
          new DraftTerms(
              Optional.of(row.customerName()),
              Optional.of(row.providerName()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              authority.today(viewer));
      Understood understood =
          isMatrix(name)
              ? ResponsibilityMatrix.read(name, FormTable.of(name, file), terms)
              : ConopsDocument.read(name, WordFile.read(file), terms);
      if (understood.isRefused()) {
        throw new Refused(
            understood.findings().get(0).found()
                + "; "
                + understood.findings().get(0).right()
                + ".");
      }
      return draft(viewer, agreement, understood.text());
    } catch (RefusedWorkbook refusal) {
      throw new Refused("This document cannot be read: " + refusal.getMessage());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Whether a file is read as a document of an office, and not as text. */
  static boolean isOffice(String name) {
    return isMatrix(name) || name.toLowerCase(Locale.ROOT).endsWith(".docx");
  }

  private static boolean isMatrix(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  /** Keeps an upload for as long as it is read. */
  static Path kept(byte[] content) throws IOException {
    Path file = Files.createTempFile("plumbline-", ".office");
    Files.write(file, content);
    return file;
  }

  /** Puts one on the table. */
  public void send(Viewer viewer, UUID agreement, UUID concept) {
    ConceptRow row = one(viewer, agreement, concept);
    authority.require(viewer, agreement, Act.SEND);
    if (!row.organization().equals(viewer.organization())) {
      throw new NotAllowed("This concept of operations is the other party’s.");
    }
    if (row.isSent()) {
      throw new Refused("It was sent already.");
    }
    if (!row.whole()) {
      throw new Refused("Mend its errors first; what is sent must be readable as data.");
    }
    store.in(
        viewer.person(),
        jdbc -> {
          put(jdbc, viewer, agreement, concept);
          tell(
              jdbc,
              viewer,
              agreement,
              "A concept of operations to answer",
              viewer.organizationName()
                  + " sent “"
                  + row.title()
                  + "”. Accept it, or say what has to change.",
              "/agreements/" + agreement + "/conops/" + concept);
        });
  }

  /**
   * Records what an approver says: accepted, accepted pending changes, not accepted. The other
   * party sees it at once.
   */
  public void certify(
      Viewer viewer, UUID agreement, UUID concept, String decision, String changes) {
    ConceptRow row = one(viewer, agreement, concept);
    authority.require(viewer, agreement, Act.SEND);
    if (!row.isSent()) {
      throw new Refused("It has to be sent first, so that both parties answer the same.");
    }
    if (!DECISIONS.contains(decision)) {
      throw new Refused("Say whether it is accepted, accepted pending changes, or not accepted.");
    }
    if (!decision.equals("accepted") && (changes.isBlank() || changes.length() > 4000)) {
      throw new Refused("Say what has to change, or why it is not accepted.");
    }
    store.in(
        viewer.person(),
        jdbc -> {
          UUID answer =
              jdbc.sql(
                      """
                      insert into conops_certification (agreement, organization, conops, role, decision, changes, given_by)
                      select :agreement, :organization, :conops, s.role, :decision, :changes, :person
                      from seat s left join seat_end e on e.seat = s.id
                      where s.person = :person and (s.agreement is null or s.agreement = :agreement) and e.id is null
                      order by s.role = 'business-owner' desc, s.role = 'executive-sponsor' desc, s.role limit 1
                      returning id
                      """)
                  .param("agreement", agreement)
                  .param("organization", viewer.organization())
                  .param("conops", concept)
                  .param("decision", decision)
                  .param(
                      "changes",
                      decision.equals("accepted") ? null : changes.strip(),
                      java.sql.Types.VARCHAR)
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          put(jdbc, viewer, agreement, answer);
          tell(
              jdbc,
              viewer,
              agreement,
              "An answer to a concept of operations",
              viewer.name()
                  + " of "
                  + viewer.organizationName()
                  + ": "
                  + decision.replace('-', ' ')
                  + ".",
              "/agreements/" + agreement + "/conops/" + concept);
        });
  }

  private static void put(JdbcClient jdbc, Viewer viewer, UUID agreement, UUID subject) {
    jdbc.sql("insert into sending (agreement, organization, subject, sent_by) values (?, ?, ?, ?)")
        .params(agreement, viewer.organization(), subject, viewer.person())
        .update();
  }

  private void tell(
      JdbcClient jdbc, Viewer viewer, UUID agreement, String subject, String text, String path) {
    AgreementRow row = agreements.one(viewer, agreement);
    UUID other = row.customer().equals(viewer.organization()) ? row.provider() : row.customer();
    Outbox.tell(
        jdbc, viewer, agreement, other, Set.of(), Message.about(agreement, subject, text, path));
  }

  /** What approvers said of one, the latest last. */
  public List<Answer> answers(Viewer viewer, UUID concept) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select f.*, o.name as organization_name, coalesce(p.name, 'somebody') as by_name
                    from conops_certification f join organization o on o.id = f.organization left join person p on p.id = f.given_by
                    where f.conops = ? order by f.given_at, f.id
                    """)
                .param(concept)
                .query(
                    (rows, number) ->
                        new Answer(
                            rows.getString("organization_name"),
                            rows.getString("role"),
                            rows.getString("by_name"),
                            rows.getString("decision"),
                            Optional.ofNullable(rows.getString("changes")),
                            rows.getObject("given_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  private static ConceptRow row(ResultSet rows) throws SQLException {
    return new ConceptRow(
        rows.getObject("id", UUID.class),
        rows.getObject("organization", UUID.class),
        rows.getString("organization_name"),
        rows.getInt("number"),
        rows.getString("title"),
        rows.getBoolean("is_whole"),
        rows.getString("written_by_name"),
        rows.getObject("written_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rows.getObject("sent_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
