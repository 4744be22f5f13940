package org.plumbline.chain;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
    for (Chain chain : chains) {
      if (chain.others().isPresent()) {
        Course alone = chain.others().get();
        findings.add(
            FindingCode.OTHERS_TAKE_ALL,
            places.at(chain.path()),
            "the customer's own steps may take "
                + chain.words(alone.used())
                + " where the provider promises the whole in "
                + chain.promised()
                + ", from a start on "
                + shown(alone, agreement.zone()),
            "leave the customer's time out with pauses or counts, or allow more");
      } else if (chain.late() > 0) {
        Course worst = chain.worst();
        findings.add(
            FindingCode.STEPS_TAKE_LONGER,
            places.at(chain.path()),
            "the steps may take "
                + chain.words(worst.used())
                + " where "
                + chain.promised()
                + " are promised, from a start on "
                + shown(worst, agreement.zone())
                + "; they take too long from "
                + chain.late()
                + " of "
                + chain.starts()
                + " starts",
            "allow "
                + chain.words(-worst.slack())
                + " more, or shorten \""
                + worst.critical().link().reference()
                + "\", which takes "
                + chain.words(worst.critical().used()));
      }
    }
    return findings.inFileOrder();
  }

  private static String shown(Course course, ZoneId zone) {
    return START.format(course.start().atZone(zone));
  }
}
