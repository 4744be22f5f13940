package org.plumbline.web.guide;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** How far an agreement is on its way through the key tasks, as one person may see it. */
@Component
public final class Guide {

  private final KeyTasks tasks;
  private final List<FactSource> sources;
  private final Agreements agreements;
  private final Authority authority;
  private final Store store;

  Guide(
      KeyTasks tasks,
      List<FactSource> sources,
      Agreements agreements,
      Authority authority,
      Store store) {
    this.tasks = tasks;
    this.sources = sources;
    this.agreements = agreements;
    this.authority = authority;
    this.store = store;
  }

  /** How far an activity is. */
  public enum State {
    DONE("done"),
    PARTLY("partly done"),
    OPEN("open"),
    NOT_NEEDED("not needed");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** As people say it. */
    public String label() {
      return label;
    }

    /** As the register and programs write it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What somebody said of an activity.
   *
   * @param sent whether the other party sees it
   */
  public record Said(
      UUID id,
      State state,
      String text,
      String by,
      String organization,
      Instant at,
      boolean sent) {}

  /**
   * An activity, and how far it is.
   *
   * @param facts what shows it, the first of each kind
   * @param missing what would have to be there
   * @param said the last word on it
   */
  public record Step(
      KeyTask.Activity activity,
      State state,
      List<Fact> facts,
      List<Evidence> missing,
      Optional<Said> said) {}

  /** A task, and how far its activities are. */
  public record Progress(KeyTask task, List<Step> steps) {
    /** How many of them need nothing more. */
    public long settled() {
      return steps.stream()
          .filter(step -> step.state() == State.DONE || step.state() == State.NOT_NEEDED)
          .count();
    }

    /** The first that is open. */
    public Optional<Step> next() {
      return steps.stream()
          .filter(step -> step.state() == State.OPEN || step.state() == State.PARTLY)
          .findFirst();
    }
  }

  /** All tasks in the order of the work. */
  public List<Progress> progress(Viewer viewer, UUID agreement) {
    AgreementRow row = agreements.one(viewer, agreement);
    List<Fact> facts = sources.stream().flatMap(each -> each.of(viewer, row).stream()).toList();
    Map<String, Said> said = said(viewer, agreement);
    return tasks.all().stream()
        .map(
            task ->
                new Progress(
                    task,
                    task.activities().stream()
                        .map(activity -> step(task, activity, facts, said))
                        .toList()))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws NotHere if there is no such task
   */
  public Progress progress(Viewer viewer, UUID agreement, String task) {
    return progress(viewer, agreement).stream()
        .filter(each -> each.task().key().equals(task))
        .findFirst()
        .orElseThrow(() -> new NotHere("There is no such key task."));
  }

  private static Step step(
      KeyTask task, KeyTask.Activity activity, List<Fact> facts, Map<String, Said> said) {
    List<Evidence> wanted =
        activity.evidence().stream().flatMap(key -> Evidence.of(key).stream()).toList();
    List<Fact> found =
        wanted.stream()
            .flatMap(each -> facts.stream().filter(fact -> fact.evidence() == each).limit(1))
            .toList();
    List<Evidence> missing =
        wanted.stream()
            .filter(each -> found.stream().noneMatch(fact -> fact.evidence() == each))
            .toList();
    State shown =
        !wanted.isEmpty() && missing.isEmpty()
            ? State.DONE
            : found.isEmpty() ? State.OPEN : State.PARTLY;
    Optional<Said> last = Optional.ofNullable(said.get(key(task.key(), activity.key())));
    return new Step(activity, last.map(Said::state).orElse(shown), found, missing, last);
  }

  private static String key(String task, String activity) {
    return task + " " + activity;
  }

  private Map<String, Said> said(Viewer viewer, UUID agreement) {
    Map<String, Said> all = new HashMap<>();
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select t.*, o.name as organization_name, coalesce(p.name, 'somebody') as by_name,
                      exists (select from sending s where s.subject = t.id) as is_sent
                    from statement t join organization o on o.id = t.organization left join person p on p.id = t.said_by
                    where t.agreement = ? order by t.said_at, t.id
                    """)
                .param(agreement)
                .query(
                    rows -> {
                      String state = rows.getString("state").toUpperCase(Locale.ROOT);
                      all.put(
                          key(rows.getString("task"), rows.getString("activity")),
                          new Said(
                              rows.getObject("id", UUID.class),
                              State.valueOf(state.replace('-', '_')),
                              rows.getString("text"),
                              rows.getString("by_name"),
                              rows.getString("organization_name"),
                              rows.getObject("said_at", OffsetDateTime.class).toInstant(),
                              rows.getBoolean("is_sent")));
                    }));
    return all;
  }

  /**
   * Records what somebody says of an activity: that it was done, is not needed, or is open again.
   *
   * @param state {@code done}, {@code not-needed} or {@code open}
   * @param tell whether the other party shall see it
   */
  public UUID say(
      Viewer viewer,
      UUID agreement,
      String task,
      String activity,
      String state,
      String text,
      boolean tell) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    if (tell) {
      authority.require(viewer, agreement, Act.SEND);
    }
    KeyTask known = tasks.task(task).orElseThrow(() -> new NotHere("There is no such key task."));
    if (known.activities().stream().noneMatch(each -> each.key().equals(activity))) {
      throw new Refused("This key task has no such activity.");
    }
    if (!List.of("done", "not-needed", "open").contains(state)) {
      throw new Refused("Say whether it is done, not needed or open.");
    }
    if (text.isBlank() || text.length() > 4000) {
      throw new Refused("Say in a sentence or two what was done, where it is kept, or why not.");
    }
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID statement =
              jdbc.sql(
                      """
                      insert into statement (agreement, organization, task, activity, state, text, said_by)
                      values (?, ?, ?, ?, ?, ?, ?) returning id
                      """)
                  .params(
                      agreement,
                      viewer.organization(),
                      task,
                      activity,
                      state,
                      text.strip(),
                      viewer.person())
                  .query(UUID.class)
                  .single();
          if (tell) {
            jdbc.sql(
                    "insert into sending (agreement, organization, subject, sent_by) values (?, ?,"
                        + " ?, ?)")
                .params(agreement, viewer.organization(), statement, viewer.person())
                .update();
          }
          return statement;
        });
  }
}
