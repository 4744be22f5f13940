package org.plumbline.web.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.RecordFiles;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/**
 * Files that show what a request asks or a statement of the guide says, and pictures of a concept
 * of operations. They are kept on disk like records; of a draft only its party sees them, of what
 * was sent both parties at once.
 */
@Component
public final class EvidenceFiles {

  /** The largest file, in bytes. */
  static final int LARGEST = 25_000_000;

  private static final int MOST = 20;

  private static final String ROW =
      """
      select e.*, o.name as organization_name, coalesce(p.name, 'somebody of ' || o.name) as by_name
      from evidence e join organization o on o.id = e.organization left join person p on p.id = e.kept_by where e.agreement = :agreement
      """;

  private final Store store;
  private final Agreements agreements;
  private final Authority authority;
  private final RecordFiles files;

  EvidenceFiles(Store store, Agreements agreements, Authority authority, RecordFiles files) {
    this.store = store;
    this.agreements = agreements;
    this.authority = authority;
    this.files = files;
  }

  /**
   * A file.
   *
   * @param about the request, statement or concept that it shows
   * @param caption what is to be seen in it, in words
   * @param type by what it holds
   */
  public record EvidenceRow(
      UUID id,
      UUID about,
      String fileName,
      Optional<String> caption,
      String type,
      String sha256,
      long bytes,
      String organizationName,
      String by,
      Instant at) {

    /** Whether pages show it in place. */
    public boolean isPicture() {
      return type.equals(FileType.PNG.type()) || type.equals(FileType.JPEG.type());
    }

    /** How large it is, in words. */
    public String size() {
      return bytes < 1000
          ? bytes + " bytes"
          : bytes < 1_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }
  }

  /**
   * What files are attached to.
   *
   * @param kind {@code request}, {@code statement} or {@code conops}
   * @param path the page on which it stands
   */
  record About(UUID id, String kind, UUID organization, boolean isSent, String path) {}

  /** The files of a request or a statement, in the order in which they came. */
  public List<EvidenceRow> of(Viewer viewer, UUID agreement, UUID about) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    ROW
                        + " and :about in (e.request, e.statement, e.conops) order by e.kept_at,"
                        + " e.id")
                .param("agreement", agreement)
                .param("about", about)
                .query((rows, number) -> row(rows))
                .list());
  }

  private static EvidenceRow row(ResultSet rows) throws SQLException {
    return new EvidenceRow(
        rows.getObject("id", UUID.class),
        Optional.ofNullable(rows.getObject("request", UUID.class))
            .or(() -> uuid(rows, "statement"))
            .or(() -> uuid(rows, "conops"))
            .orElseThrow(),
        rows.getString("file_name"),
        Optional.ofNullable(rows.getString("caption")),
        rows.getString("type"),
        rows.getString("sha256"),
        rows.getLong("bytes"),
        rows.getString("organization_name"),
        rows.getString("by_name"),
        rows.getObject("kept_at", OffsetDateTime.class).toInstant());
  }

  private static Optional<UUID> uuid(ResultSet rows, String column) {
    try {
      return Optional.ofNullable(rows.getObject(column, UUID.class));
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /**
   * One file.
   *
   * @throws NotHere if the person may not see it
   */
  public EvidenceRow one(Viewer viewer, UUID agreement, UUID evidence) {
    agreements.one(viewer, agreement);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(ROW + " and e.id = :id")
                .param("agreement", agreement)
                .param("id", evidence)
                .query((rows, number) -> row(rows))
                .optional()
                .orElseThrow(() -> new NotHere("There is no such file here.")));
  }

  /** What it holds. */
  byte[] content(EvidenceRow row) {
    return files.content(row.sha256());
  }

  /**
   * The request or statement of an id.
   *
   * @throws NotHere if the person sees neither
   */
  About about(Viewer viewer, UUID agreement, UUID subject) {
    agreements.one(viewer, agreement);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select x.*, exists (select from sending s where s.subject = x.id) as is_sent from (
                      select id, organization, 'request' as kind, '/requests/' || id as path from request where agreement = :agreement and id = :id
                      union all
                      select id, organization, 'statement', '/guide/' || task from statement where agreement = :agreement and id = :id
                      union all
                      select id, organization, 'conops', '/conops/' || id from conops where agreement = :agreement and id = :id) x
                    """)
                .param("agreement", agreement)
                .param("id", subject)
                .query(
                    (rows, number) ->
                        new About(
                            rows.getObject("id", UUID.class),
                            rows.getString("kind"),
                            rows.getObject("organization", UUID.class),
                            rows.getBoolean("is_sent"),
                            "/agreements/" + agreement + rows.getString("path")))
                .optional()
                .orElseThrow(
                    () -> new NotHere("There is no such request, statement or concept here.")));
  }

  /** Whether the person may attach a file: to a draft of theirs, or for both parties to see. */
  public boolean mayAttach(Viewer viewer, UUID agreement, boolean isSent) {
    return authority.may(viewer, agreement, isSent ? Act.SEND : Act.DRAFT);
  }

  /**
   * Attaches a file.
   *
   * @param caption what is to be seen in it; may be empty
   * @param fileName as the person's computer calls it; folders before it are left out
   * @throws Refused if it is too large, or of no type that is kept
   */
  public UUID attach(
      Viewer viewer,
      UUID agreement,
      UUID subject,
      String fileName,
      String caption,
      InputStream content) {
    About about = about(viewer, agreement, subject);
    authority.require(viewer, agreement, about.isSent() ? Act.SEND : Act.DRAFT);
    String name = name(fileName);
    if (of(viewer, agreement, subject).size() >= MOST) {
      throw new Refused("It has " + MOST + " files; more is not kept.");
    }
    if (caption.length() > 500) {
      throw new Refused("Say in at most 500 characters what is to be seen.");
    }
    byte[] bytes = read(content);
    FileType type =
        FileType.of(bytes)
            .filter(each -> each.fits(name))
            .orElseThrow(
                () ->
                    new Refused(
                        name
                            + " does not hold what its name says, or is of no type that is kept: "
                            + FileType.all()
                            + " (without macros)."));
    RecordFiles.Kept kept = files.keep(new ByteArrayInputStream(bytes));
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into evidence (agreement, organization, request, statement, conops, file_name, caption, type, sha256, bytes, kept_by)
                    values (:agreement, :organization, :request, :statement, :conops, :name, :caption, :type, :sha256, :bytes, :by) returning id
                    """)
                .param("agreement", agreement)
                .param("organization", viewer.organization())
                .param("request", about.kind().equals("request") ? subject : null, Types.OTHER)
                .param("statement", about.kind().equals("statement") ? subject : null, Types.OTHER)
                .param("conops", about.kind().equals("conops") ? subject : null, Types.OTHER)
                .param("name", name)
                .param("caption", caption.isBlank() ? null : caption.strip(), Types.VARCHAR)
                .param("type", type.type())
                .param("sha256", kept.sha256())
                .param("bytes", kept.bytes())
                .param("by", viewer.person())
                .query(UUID.class)
                .single());
  }

  /** Attaches the files of a concept to the one that was made from it. */
  public void carry(Viewer viewer, UUID agreement, UUID from, UUID to) {
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into evidence (agreement, organization, conops, file_name, caption, type, sha256, bytes, kept_by)
                    select agreement, :organization, :to, file_name, caption, type, sha256, bytes, :by
                    from evidence where agreement = :agreement and conops = :from order by kept_at, id
                    """)
                .param("organization", viewer.organization())
                .param("to", to)
                .param("by", viewer.person())
                .param("agreement", agreement)
                .param("from", from)
                .update());
  }

  private static byte[] read(InputStream content) {
    try {
      byte[] bytes = content.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Refused("A file has at most 25 MB.");
      }
      if (bytes.length == 0) {
        throw new Refused("Choose a file that is not empty.");
      }
      return bytes;
    } catch (IOException fault) {
      throw new UncheckedIOException("reading a file of evidence", fault);
    }
  }

  private static String name(String full) {
    String name = full.substring(Math.max(full.lastIndexOf('/'), full.lastIndexOf('\\')) + 1);
    if (name.isBlank() || name.length() > 255 || name.chars().anyMatch(Character::isISOControl)) {
      throw new Refused("The file has no name that can be kept.");
    }
    return name.strip();
  }
}
