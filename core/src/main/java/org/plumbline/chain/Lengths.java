package org.plumbline.chain;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.TimeAmount;

/** Lengths of time in words. */
final class Lengths {

  private Lengths() {}

  /** An amount in the unit of another: {@code 3 days}, {@code 1 hour 30 minutes}. */
  static String words(TimeAmount like, long amount) {
    return switch (like.kind()) {
      case ELAPSED -> ofMicros(amount);
      case BY_DATE_WORKDAYS -> amount + (Math.abs(amount) == 1 ? " workday" : " workdays");
      case BY_DATE_DAYS, BY_DATE_MONTHS -> amount + (Math.abs(amount) == 1 ? " day" : " days");
    };
  }

  /** Hours and minutes, rounded down to the minute: {@code 1 hour 30 minutes}. */
  static String ofMicros(long micros) {
    long minutes = Math.abs(micros) / EpochMicros.MINUTE;
    List<String> words = new ArrayList<>();
    if (minutes >= 60) {
      words.add(minutes / 60 + (minutes / 60 == 1 ? " hour" : " hours"));
    }
    if (minutes % 60 > 0 || minutes < 60) {
      words.add(minutes % 60 + (minutes % 60 == 1 ? " minute" : " minutes"));
    }
    return (micros < 0 ? "−" : "") + String.join(" ", words);
  }
}
