package org.plumbline.web.records;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.register.Register;
import org.plumbline.register.Standings;
import org.plumbline.register.yaml.RegisterYaml;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of records of an agreement. A file stands for those of the same name that came before it;
 * nothing is overwritten, and a result names the files that it read.
 */
@Component
public final class Loads {

  /** What the file is called that says which column is what. */
  public static final String BINDING = "records.yaml";

  private static final String LOAD =
      """
      select l.*, o.name as organization_name, coalesce(p.name, 'somebody of ' || o.name) as received_by_name, s.sent_at
      from load l join organization o on o.id = l.organization left join person p on p.id = l.received_by
        left join sending s on s.subject = l.id
      """;

  /** One at a time: a load takes all processors. */
  private final Semaphore turn = new Semaphore(1, true);

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final RecordFiles files;
  private final KnownAgreements known;
  private final Clock clock;

  Loads(
      Store store,
      Authority authority,
      Agreements agreements,
      RecordFiles files,
      KnownAgreements known,
      Clock clock) {
    this.known = known;
    this.clock = clock;
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.files = files;
  }

  /**
   * The agreement as it is known now, under which records are read, also while its register cannot
   * be used; empty if there is no text without errors.
   */
  public Optional<KnownAgreement> known(Viewer viewer, UUID agreement) {
    Instant now = clock.instant();
    try {
      return known.at(viewer, agreement, now, now);
    } catch (Refused registerOfNoUse) {
      return known.textAlone(viewer, agreement, now);
    }
  }

  /** The agreement’s zone; UTC while there is no text that can be read. */
  public ZoneId zone(Viewer viewer, UUID agreement) {
    return known(viewer, agreement).map(terms -> terms.loading().zone()).orElse(ZoneId.of("UTC"));
  }

  /** What stands on every page of its documents; empty while there is no text that can be read. */
  public Optional<String> marking(Viewer viewer, UUID agreement) {
    return known(viewer, agreement).flatMap(terms -> terms.loading().marking());
  }

  /** The files that the person may see, the newest first: a page of them. */
  public Slice.Part<LoadRow> all(Viewer viewer, UUID agreement, Slice slice) {
    return slice.part(
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql(
                        LOAD
                            + " where l.agreement = :agreement"
                            + slice.tail("load", "l", "received_at"))
                    .param("agreement", agreement)
                    .param("after", slice.after().orElse(null), java.sql.Types.OTHER)
                    .param("most", slice.most())
                    .query((rows, number) -> row(rows))
                    .list()),
        LoadRow::id);
  }

  /** Those of them with these ids, the newest first. */
  public List<LoadRow> named(Viewer viewer, UUID agreement, Collection<UUID> ids) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    LOAD
                        + " where l.agreement = ? and l.id = any(?) order by l.received_at desc,"
                        + " l.id desc")
                .params(agreement, ids.toArray(UUID[]::new))
                .query((rows, number) -> row(rows))
                .list());
  }

  private static LoadRow row(ResultSet rows) throws SQLException {
    return new LoadRow(
        rows.getObject("id", UUID.class),
        rows.getObject("organization", UUID.class),
        rows.getString("organization_name"),
        rows.getString("file_name"),
        rows.getString("sha256"),
        rows.getLong("bytes"),
        rows.getBoolean("is_binding"),
        rows.getString("received_by_name"),
        rows.getObject("received_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rows.getObject("sent_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  /**
   * One of them.
   *
   * @throws NotHere if the person may not see it
   */
  public LoadRow one(Viewer viewer, UUID agreement, UUID load) {
    return named(viewer, agreement, List.of(load)).stream()
        .findFirst()
        .orElseThrow(() -> new NotHere("There is no such file here."));
  }

  /** What was read when a file came, together with the others that stood then. */
  public Reading report(Viewer viewer, LoadRow load) {
    String report =
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql("select report from load where id = ?")
                    .param(load.id())
                    .query(String.class)
                    .single());
    return JsonMapper.shared().readValue(report, Reading.class);
  }

  /** Those that stand: of each name the newest. */
  public List<LoadRow> standing(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select * from (select distinct on (each.file_name) each.* from (%s where l.agreement = ?) each
                      order by each.file_name, each.received_at desc, each.id desc) standing
                    order by received_at desc, id desc
                    """
                        .formatted(LOAD))
                .param(agreement)
                .query((rows, number) -> row(rows))
                .list());
  }

  /**
   * Takes a file in, reads it with the others that stand, and keeps what was read.
   *
   * @param fileName as the person's computer calls it; folders before it are left out
   * @throws Refused if there is no text to read it under, or the name is no usable one
   */
  public UUID take(Viewer viewer, UUID agreement, String fileName, InputStream content) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.LOAD);
    String name = name(fileName);
    KnownAgreement terms =
        known(viewer, agreement)
            .orElseThrow(
                () ->
                    new Refused(
                        "Put in a text of the agreement without errors first; it says what the"
                            + " records are."));
    if (standing(viewer, agreement).stream()
        .anyMatch(row -> row.fileName().equals(name) && certified(viewer, row.id()))) {
      throw new Refused(
          name
              + " was stated to be a delivery, and stays as it came. Upload what came later under"
              + " another name.");
    }
    RecordFiles.Kept kept = files.keep(content);
    if (kept.bytes() == 0) {
      throw new Refused("The file is empty.");
    }
    Map<String, String> named = new LinkedHashMap<>();
    standing(viewer, agreement).forEach(row -> named.put(row.fileName(), row.sha256()));
    named.put(name, kept.sha256());
    Reading reading = read(terms, named, kept, name);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into load (agreement, organization, version, file_name, sha256, bytes, is_binding, report, received_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                    """)
                .params(
                    agreement,
                    viewer.organization(),
                    terms.last().id(),
                    name,
                    kept.sha256(),
                    kept.bytes(),
                    name.equals(BINDING),
                    JsonMapper.shared().writeValueAsString(reading),
                    viewer.person())
                .query(UUID.class)
                .single());
  }

  /** What is read of the files that stand, with one that came. */
  private Reading read(
      KnownAgreement terms, Map<String, String> named, RecordFiles.Kept kept, String name) {
    if (name.equals(Register.NAME)) {
      Agreement text = terms.versions().last().agreement();
      return Reading.of(RegisterYaml.read(name, files.content(kept.sha256()), text));
    }
    LocalDate today = clock.instant().atZone(terms.loading().zone()).toLocalDate();
    return opened(
        terms,
        named,
        today,
        opening -> {
          try (OpenRecords records = opening.all()) {
            return Reading.of(records.outcome());
          }
        });
  }

  /** What a role stated of a file. */
  public record Statement(
      String set, Optional<String> completeFor, String role, String by, Instant at) {}

  /** What was stated of a file, if anything. */
  public Optional<Statement> statement(Viewer viewer, LoadRow load) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select c.record_set, c.complete_for, c.role, coalesce(p.name, 'somebody') as by_name, c.certified_at
                    from delivery_statement c left join person p on p.id = c.certified_by where c.load = ?
                    """)
                .param(load.id())
                .query(
                    (rows, number) ->
                        new Statement(
                            rows.getString("record_set"),
                            Optional.ofNullable(rows.getString("complete_for")),
                            rows.getString("role"),
                            rows.getString("by_name"),
                            rows.getObject("certified_at", OffsetDateTime.class).toInstant()))
                .optional());
  }

  /**
   * States that a file is a delivery of records: from this day on it stays as it is. It goes to the
   * other party with the statement.
   *
   * @param completeFor the period of which it holds every case; empty: it adds to what came
   * @param reason why it came again or late; may be empty
   */
  public void certify(
      Viewer viewer, UUID agreement, UUID load, String set, String completeFor, String reason) {
    LoadRow row = one(viewer, agreement, load);
    authority.require(viewer, agreement, Act.LOAD);
    if (!row.organization().equals(viewer.organization())) {
      throw new NotAllowed("This file is the other party’s.");
    }
    if (!row.isRecords()) {
      throw new Refused("Only files of records are delivered.");
    }
    Agreement text =
        known(viewer, agreement)
            .orElseThrow(() -> new Refused("Put in a text of the agreement without errors first."))
            .loading();
    if (!text.records().containsKey(set)) {
      throw new Refused("Choose the record set that the file delivers.");
    }
    if (!completeFor.isBlank() && Standings.period(text, completeFor.strip()).isEmpty()) {
      throw new Refused("Name the period, such as 2026-10.");
    }
    if (certified(viewer, load)) {
      throw new Refused("This was stated already.");
    }
    if (!agreements.one(viewer, agreement).onTheTable()) {
      throw new Refused("Send a text of the agreement first.");
    }
    store.in(
        viewer.person(),
        jdbc -> {
          jdbc.sql(
                  """
                  insert into delivery_statement (agreement, organization, load, record_set, complete_for, reason, role, certified_by)
                  values (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?)
                  """)
              .params(
                  agreement,
                  viewer.organization(),
                  load,
                  set,
                  completeFor.strip(),
                  reason.strip(),
                  authority.roleFor(viewer, agreement, Act.LOAD),
                  viewer.person())
              .update();
          if (!row.isSent()) {
            jdbc.sql(
                    "insert into sending (agreement, organization, subject, sent_by) values (?, ?,"
                        + " ?, ?)")
                .params(agreement, viewer.organization(), load, viewer.person())
                .update();
          }
        });
  }

  private boolean certified(Viewer viewer, UUID load) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql("select exists (select from delivery_statement where load = ?)")
                .param(load)
                .query(Boolean.class)
                .single());
  }

  /**
   * Lays out files and works over what is read of them, when it is this call's turn.
   *
   * @param named checksums by file name
   * @param today what was delivered later is not read
   */
  public <T> T opened(
      KnownAgreement terms,
      Map<String, String> named,
      LocalDate today,
      Function<OpenRecords.Opening, T> work) {
    Map<String, String> records = new LinkedHashMap<>(named);
    records.remove(Register.NAME);
    Optional<byte[]> binding = Optional.ofNullable(records.remove(BINDING)).map(files::content);
    turn.acquireUninterruptibly();
    try {
      return files.laidOut(
          records,
          terms.files(),
          (folder, scratch) ->
              work.apply(new OpenRecords.Opening(terms, binding, folder, scratch, today)));
    } finally {
      turn.release();
    }
  }

  /** Puts a file on the table. */
  public void send(Viewer viewer, UUID agreement, UUID load) {
    LoadRow row = one(viewer, agreement, load);
    authority.require(viewer, agreement, Act.SEND);
    if (!row.organization().equals(viewer.organization())) {
      throw new NotAllowed("This file is the other party’s.");
    }
    if (row.isSent()) {
      throw new Refused("This file was sent already.");
    }
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    "insert into sending (agreement, organization, subject, sent_by) values (?, ?,"
                        + " ?, ?)")
                .params(agreement, viewer.organization(), load, viewer.person())
                .update());
  }

  private static String name(String given) {
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    if (!name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._()+-]{0,119}")) {
      throw new Refused(
          "Choose a file, and give it a name of letters, digits, spaces, dots and hyphens.");
    }
    return name;
  }

  /** The file as it came, to be given out as it is read. */
  public Path file(LoadRow load) {
    return files.file(load.sha256());
  }
}
