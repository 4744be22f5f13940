package org.plumbline.difference;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;

/**
 * Which blocks of an Interagency Agreement a change of time, cost or payment touches: FS Form 7600A
 * (General Terms and Conditions) and 7600B (Order) of the Bureau of the Fiscal Service.
 */
public final class InteragencyBlocks {

  private static final String TERMS = "7600A";
  private static final String ORDER = "7600B";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(TERMS + " 4", "action: amendment, with the changes explained"),
          Map.entry(TERMS + " 5", "agreement period"),
          Map.entry(TERMS + " 6", "recurring agreement"),
          Map.entry(TERMS + " 9", "estimated agreement amount"),
          Map.entry(ORDER + " 25", "action: modification, with the affected blocks"),
          Map.entry(ORDER + " 26", "funding modification summary by line"),
          Map.entry(ORDER + " 27", "performance period"),
          Map.entry(ORDER + " 28", "order line: what is bought, quantity, price, dates"),
          Map.entry(ORDER + " 30", "total net order amount"),
          Map.entry(ORDER + " 33", "billing frequency"),
          Map.entry(ORDER + " 34", "payment terms"));

  private InteragencyBlocks() {}

  /**
   * The blocks by form, each with the number of the form's block; empty where no party is federal,
   * or nothing of time, cost or payment changed.
   */
  public static Map<String, List<Integer>> touched(
      List<Change> changes, Agreement before, Agreement after, Cost cost) {
    Map<String, TreeSet<Integer>> blocks = new TreeMap<>();
    if (isFederal(before) || isFederal(after)) {
      changes.forEach(change -> add(blocks, change));
      if (cost.isOther()) {
        put(blocks, TERMS, 9);
        put(blocks, ORDER, 26, 28, 30);
      }
    }
    if (blocks.containsKey(TERMS)) {
      put(blocks, TERMS, 4);
    }
    if (blocks.containsKey(ORDER)) {
      put(blocks, TERMS, 4);
      put(blocks, ORDER, 25);
    }
    Map<String, List<Integer>> touched = new TreeMap<>();
    blocks.forEach((form, numbers) -> touched.put(form, List.copyOf(numbers)));
    return touched;
  }

  /** What a block holds, in the words of the form. */
  public static String name(String form, int block) {
    return NAMES.getOrDefault(form + " " + block, "");
  }

  private static boolean isFederal(Agreement agreement) {
    return agreement.parties().values().stream()
        .map(Party::federal)
        .anyMatch(federal -> federal.orElse(false));
  }

  private static void add(Map<String, TreeSet<Integer>> blocks, Change change) {
    switch (change.section()) {
      case "performance-period" -> {
        put(blocks, TERMS, 5);
        put(blocks, ORDER, 27, 28);
      }
      case "renewal" -> put(blocks, TERMS, 6);
      case "services" -> service(blocks, change);
      default -> {}
    }
  }

  private static void service(Map<String, TreeSet<Integer>> blocks, Change change) {
    String below = change.below(change.thing());
    boolean whole = below.isEmpty();
    if (whole || below.startsWith("fees")) {
      put(blocks, TERMS, 9);
      put(blocks, ORDER, 26, 28, 30);
    }
    if (whole || below.startsWith("name") || below.startsWith("systems")) {
      put(blocks, ORDER, 28);
    }
    if (whole || below.startsWith("billing/every") || below.equals("billing")) {
      put(blocks, ORDER, 33);
    }
    if (whole || below.startsWith("billing/pay-within") || below.equals("billing")) {
      put(blocks, ORDER, 34);
    }
  }

  private static void put(Map<String, TreeSet<Integer>> blocks, String form, int... numbers) {
    TreeSet<Integer> of = blocks.computeIfAbsent(form, key -> new TreeSet<>());
    for (int number : numbers) {
      Objects.requireNonNull(of).add(number);
    }
  }
}
