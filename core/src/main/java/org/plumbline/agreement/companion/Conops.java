package org.plumbline.agreement.companion;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Role;
import org.plumbline.calendar.TimeAmount;

/**
 * A Target State Concept of Operations: who performs which step of which process (key task 3.14 of
 * the M3 Playbook).
 *
 * @param calendars working time that the agreement itself does not need, by id
 * @param works by party the calendar in which its steps are counted
 * @param areas what is answered for, by id
 * @param processes what is done, by id
 * @param retained the retained organization, by role
 * @param layers who provides what, by layer
 */
public record Conops(
    String id,
    String title,
    ZoneId zone,
    Map<String, Party> parties,
    Map<String, Role> roles,
    Map<String, CalendarTerms> calendars,
    Map<String, String> works,
    Map<String, Area> areas,
    Map<String, Process> processes,
    Map<String, Retained> retained,
    Map<String, Layer> layers,
    List<Clause> clauses) {

  /** Copies lists and maps, keeping their order. */
  public Conops {
    parties = ordered(parties);
    roles = ordered(roles);
    calendars = ordered(calendars);
    works = ordered(works);
    areas = ordered(areas);
    processes = ordered(processes);
    retained = ordered(retained);
    layers = ordered(layers);
    clauses = List.copyOf(clauses);
  }

  /** A step by its reference, {@code process/step}. */
  public Optional<Step> step(String reference) {
    int slash = reference.indexOf('/');
    Process process = processes.get(slash < 0 ? reference : reference.substring(0, slash));
    return process == null || slash < 0
        ? Optional.empty()
        : process.steps().stream()
            .filter(step -> step.id().equals(reference.substring(slash + 1)))
            .findFirst();
  }

  /**
   * The calendar in which a step is counted: its own, else that of the party that performs it
   * alone; empty if none is said.
   */
  public Optional<String> calendarOf(Step step) {
    return step.calendar()
        .or(
            () ->
                step.toBe().size() == 1
                    ? Optional.ofNullable(works.get(step.toBe().get(0)))
                    : Optional.empty());
  }

  /** The agreement with the calendars that are written here only; its own hold where both do. */
  public Agreement calendarsInto(Agreement agreement) {
    Map<String, CalendarTerms> all = new LinkedHashMap<>(calendars);
    all.putAll(agreement.calendars());
    return agreement.withCalendars(all);
  }

  /** Something that one role answers for and others perform, hear of, or are asked about. */
  public record Area(
      String name,
      Optional<String> accountable,
      List<String> responsible,
      List<String> consulted,
      List<String> informed) {
    /** Copies the lists. */
    public Area {
      responsible = List.copyOf(responsible);
      consulted = List.copyOf(consulted);
      informed = List.copyOf(informed);
    }
  }

  /**
   * What is done.
   *
   * @param value what it is good for
   */
  public record Process(
      String name,
      Optional<String> value,
      Optional<String> area,
      List<String> systems,
      List<Step> steps) {
    /** Copies the lists. */
    public Process {
      systems = List.copyOf(systems);
      steps = List.copyOf(steps);
    }

    /** By step the ids of those that are done right before it begins; none before the first. */
    public Map<String, List<String>> ahead() {
      Map<String, List<String>> ahead = new LinkedHashMap<>();
      List<String> before = List.of();
      for (Step step : steps) {
        boolean first = step.after().equals(List.of(Step.NONE));
        ahead.putIfAbsent(
            step.id(), first ? List.of() : step.after().isEmpty() ? before : step.after());
        before = List.of(step.id());
      }
      return ahead;
    }

    /** The steps that wait for themselves, through others, and those between such. */
    public Set<String> circles() {
      Map<String, List<String>> ahead = ahead();
      Map<String, List<String>> then = new LinkedHashMap<>();
      ahead.forEach(
          (id, all) ->
              all.forEach(one -> then.computeIfAbsent(one, any -> new ArrayList<>()).add(id)));
      Set<String> left = new LinkedHashSet<>(ahead.keySet());
      remove(left, ahead, then);
      remove(left, then, ahead);
      return left;
    }

    /** Takes out, again and again, what has nothing left on one side. */
    private static void remove(
        Set<String> left, Map<String, List<String>> side, Map<String, List<String>> other) {
      Map<String, Integer> waiting = new LinkedHashMap<>();
      Deque<String> free = new ArrayDeque<>();
      for (String id : left) {
        int count = (int) side.getOrDefault(id, List.of()).stream().filter(left::contains).count();
        waiting.put(id, count);
        if (count == 0) {
          free.add(id);
        }
      }
      while (!free.isEmpty()) {
        String id = free.remove();
        left.remove(id);
        for (String next : other.getOrDefault(id, List.of())) {
          if (waiting.containsKey(next) && waiting.merge(next, -1, Integer::sum) == 0) {
            free.add(next);
          }
        }
      }
    }
  }

  /**
   * A part of a process.
   *
   * @param asIs the parties that perform it today
   * @param toBe the parties that will: the customer alone is retained in-house, the provider alone
   *     delivered as a service, several are shared
   * @param responsible roles that perform it, where more is said than the parties
   * @param before how long it may take
   * @param calendar in which calendar that is counted; empty: that of its party
   * @param after the steps of its process that are done before it begins; empty: the one before it
   *     in the list, {@value #NONE} alone: none
   */
  public record Step(
      String id,
      String name,
      List<String> asIs,
      List<String> toBe,
      Optional<String> accountable,
      List<String> responsible,
      List<String> consulted,
      List<String> informed,
      Optional<TimeAmount> before,
      Optional<String> calendar,
      List<String> after) {
    /** In place of what is done before: nothing is. */
    public static final String NONE = "none";

    /** Copies the lists. */
    public Step {
      after = List.copyOf(after);
      asIs = List.copyOf(asIs);
      toBe = List.copyOf(toBe);
      responsible = List.copyOf(responsible);
      consulted = List.copyOf(consulted);
      informed = List.copyOf(informed);
    }

    /** Whether a party other than the customer performs it, alone or with the customer. */
    public boolean isDelivered() {
      return toBe.contains(Party.PROVIDER);
    }
  }

  /**
   * A role of the retained organization.
   *
   * @param fte how many people, in full-time equivalents
   * @param does the steps it performs, {@code process/step}
   */
  public record Retained(String name, Optional<BigDecimal> fte, List<String> does) {
    /** Copies the list. */
    public Retained {
      does = List.copyOf(does);
    }
  }

  /**
   * A layer of the operational and support environment.
   *
   * @param needs availability, reliability and maintainability that must be had
   */
  public record Layer(List<String> asIs, List<String> toBe, List<String> needs) {
    /** Copies the lists. */
    public Layer {
      asIs = List.copyOf(asIs);
      toBe = List.copyOf(toBe);
      needs = List.copyOf(needs);
    }
  }

  static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
