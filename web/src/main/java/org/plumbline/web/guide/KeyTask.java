package org.plumbline.web.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A key task of a playbook. It is known by its name; its number differs from one edition to the
 * next.
 *
 * @param number such as {@code 3.16}; empty where the file says none
 * @param parties who is responsible for the task as a whole
 * @param remarks what was wrong in its file and was read all the same
 */
public record KeyTask(
    String name,
    String number,
    String objective,
    Set<TaskParty> parties,
    List<Activity> activities,
    List<String> inputs,
    List<String> outputs,
    List<Stakeholder> stakeholders,
    List<String> bestPractice,
    List<String> remarks) {

  /** Copies the lists. */
  public KeyTask {
    parties = Set.copyOf(parties);
    activities = List.copyOf(activities);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    stakeholders = List.copyOf(stakeholders);
    bestPractice = List.copyOf(bestPractice);
    remarks = List.copyOf(remarks);
  }

  /**
   * Something to be done.
   *
   * @param group the heading under which it stands, if any
   * @param evidence what in the register shows that it was done; all of it is needed
   */
  public record Activity(
      String text, Optional<String> group, Set<TaskParty> parties, List<String> evidence) {
    /** Copies them. */
    public Activity {
      parties = Set.copyOf(parties);
      evidence = List.copyOf(evidence);
    }

    /** What statements call it. */
    public String key() {
      return slug(text);
    }

    /** The parties in a word. */
    public String by() {
      return TaskParty.inWords(parties);
    }
  }

  /** Somebody who takes part. */
  public record Stakeholder(String text, Set<TaskParty> parties) {
    /** Copies the set. */
    public Stakeholder {
      parties = Set.copyOf(parties);
    }

    /** The parties in a word. */
    public String by() {
      return TaskParty.inWords(parties);
    }
  }

  /** What addresses and statements call it. */
  public String key() {
    return slug(name);
  }

  /** The parties in a word. */
  public String by() {
    return TaskParty.inWords(parties);
  }

  /** Words as part of an address, at most 80 characters. */
  static String slug(String words) {
    String slug =
        words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("(^-+|-+$)", "");
    return slug.length() <= 80 ? slug : slug.substring(0, 80).replaceAll("-+$", "");
  }
}
