package org.plumbline.chain;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/** Chains that do not fit into their promise, as findings. */
public final class ChainFindings {

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.US);

  private ChainFindings() {}

  /** What is to be told of the chains, in file order. */
  public static List<Finding> of(Agreement agreement, Places places, List<Chain> chains) {
    Findings findings = new Findings();
    Map<List<Object>, List<Chain>> promises = new LinkedHashMap<>();
    chains.forEach(
        chain ->
            promises
                .computeIfAbsent(List.of(chain.path(), chain.promised()), any -> new ArrayList<>())
                .add(chain));
    promises
        .values()
        .forEach(
            ways -> {
              tell(agreement, places, ways, findings);
              untold(places, ways, findings);
            });
    return findings.inFileOrder();
  }

  /** Tells the worst of the ways through the steps of a promise. */
  private static void tell(
      Agreement agreement, Places places, List<Chain> ways, Findings findings) {
    long late = ways.stream().filter(way -> way.late() > 0).count();
    Chain chain = ways.stream().min(Comparator.comparingLong(w -> w.worst().slack())).orElseThrow();
    Optional<Chain> others = ways.stream().filter(way -> way.others().isPresent()).findFirst();
    if (others.isPresent()) {
      Course alone = others.get().others().orElseThrow();
      findings.add(
          FindingCode.OTHERS_TAKE_ALL,
          places.at(chain.path()),
          "the customer's own steps may take "
              + chain.words(alone.used())
              + " where the provider promises the whole in "
              + chain.promised()
              + by(others.get())
              + ", from a start on "
              + shown(alone, agreement.zone()),
          "leave the customer's time out with pauses or counts, or allow more");
    } else if (late > 0) {
      Course worst = chain.worst();
      findings.add(
          FindingCode.STEPS_TAKE_LONGER,
          places.at(chain.path()),
          "the steps"
              + by(chain)
              + " may take "
              + chain.words(worst.used())
              + " where "
              + chain.promised()
              + " are promised, from a start on "
              + shown(worst, agreement.zone())
              + "; they take too long from "
              + chain.late()
              + " of "
              + chain.starts()
              + " starts"
              + (ways.size() == 1
                  ? ""
                  : ", and " + late + " of the " + ways.size() + " ways through them do"),
          "allow "
              + chain.words(-worst.slack())
              + " more, or shorten \""
              + worst.critical().link().reference()
              + "\", which takes "
              + chain.words(worst.critical().used()));
    }
  }

  /** Tells what was not gone through. */
  private static void untold(Places places, List<Chain> ways, Findings findings) {
    Chain last = ways.get(ways.size() - 1);
    String found =
        switch (last.untold()) {
          case NOTHING -> "";
          case WAYS ->
              "there are more ways through its steps than the " + ways.size() + " gone through";
          case PROMISES ->
              "with it so many ways through steps were gone through that nothing is said of those"
                  + " that are left";
        };
    if (!found.isEmpty()) {
      findings.add(
          FindingCode.WAYS_NOT_GONE_THROUGH,
          places.at(last.path()),
          found,
          last.untold() == Chain.Untold.WAYS
              ? "promise a part of the steps by a metric of its own, or name fewer steps"
              : "hold the other promises against their steps in an agreement of their own");
    }
  }

  /** The way, where there are several. */
  private static String by(Chain chain) {
    return chain.by().isEmpty()
        ? ""
        : " on the way by \"" + String.join("\", \"", chain.by()) + "\"";
  }

  private static String shown(Course course, ZoneId zone) {
    return START.format(course.start().atZone(zone));
  }
}
