package org.plumbline.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** A rule agreed in advance: one ground, one effect (language.md 7). */
public record Exclusion(
    Ground ground, Effect effect, Optional<String> reason, Optional<String> clause) {

  /** On what ground. */
  public sealed interface Ground {
    /** Times that a party declares in the register. */
    record Declared(
        Optional<String> declaredBy,
        Optional<String> acceptedBy,
        Optional<String> silence,
        Optional<TimeAmount> decideWithin,
        Optional<TimeAmount> notice,
        List<String> grounds,
        Optional<Allowance> atMost)
        implements Ground {
      /** Copies the list. */
      public Declared {
        grounds = List.copyOf(grounds);
      }
    }

    /** Cases taken out and listed. */
    record Cases(Condition condition) implements Ground {}

    /** Periods reported, not judged. */
    record Periods(List<String> periods) implements Ground {
      /** Copies the list. */
      public Periods {
        periods = List.copyOf(periods);
      }
    }

    /**
     * Work above a limit.
     *
     * @param limits by metric
     * @param takes {@code excess period}
     */
    record Workload(Map<String, WorkloadLimit> limits, String takes) implements Ground {
      /** Copies the map, keeping its order. */
      public Workload {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
      }
    }
  }

  /** So much per period. */
  public record Allowance(TimeAmount of, String per) {}

  /** A limit of work. */
  public sealed interface WorkloadLimit {
    /** A number. */
    record Number(Varying<Literal> value) implements WorkloadLimit {}

    /** A share of a fact. */
    record ShareOfFact(String fact, Share share) implements WorkloadLimit {}
  }

  /** With what effect. */
  public sealed interface Effect {
    /**
     * The times, cases or periods do not count in these metrics; {@code all} stands for every one.
     */
    record Excludes(List<String> metrics) implements Effect {
      /** Copies the list. */
      public Excludes {
        metrics = List.copyOf(metrics);
      }
    }

    /** The declared days are closed in these calendars. */
    record Closes(List<String> calendars) implements Effect {
      /** Copies the list. */
      public Closes {
        calendars = List.copyOf(calendars);
      }
    }

    /** Clocks of these services stop. */
    record Suspends(List<String> services, Optional<String> fees) implements Effect {
      /** Copies the list. */
      public Suspends {
        services = List.copyOf(services);
      }
    }
  }
}
