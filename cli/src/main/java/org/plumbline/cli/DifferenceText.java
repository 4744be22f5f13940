package org.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.difference.Change;
import org.plumbline.difference.ChangeGroup;
import org.plumbline.difference.Redline;
import org.plumbline.difference.VersionChange;

/** Changes as lines for a terminal; struck and inserted words in color where there is color. */
final class DifferenceText {

  private static final String RESET = "\u001b[0m";
  private static final String STRUCK = "\u001b[9;31m";
  private static final String INSERTED = "\u001b[4;32m";

  private final int width;
  private final boolean colored;
  private final List<String> lines = new ArrayList<>();

  private DifferenceText(int width, boolean colored) {
    this.width = width;
    this.colored = colored;
  }

  /** The lines of one step. */
  static List<String> of(VersionChange change, int width, boolean colored) {
    DifferenceText text = new DifferenceText(width, colored);
    text.step(change);
    return text.lines;
  }

  private void step(VersionChange change) {
    if (!change.isChanged()) {
      lines.add("Nothing changed: the two are the same agreement, with the same hash.");
      return;
    }
    int count = change.changes().size();
    lines.add(count == 1 ? "1 change" : count + " changes");
    said(change.sentences());
    change.groups().forEach(this::group);
    said(change.costSentences());
    said(change.blockSentences());
  }

  private void said(List<String> sentences) {
    if (!sentences.isEmpty()) {
      lines.add("");
      sentences.forEach(sentence -> wrapped("", "  ", words(sentence, Redline.Kind.SAME)));
    }
  }

  private void group(ChangeGroup group) {
    lines.add("");
    lines.add(
        group.heading()
            + switch (group.kind()) {
              case ADDED -> " (new)";
              case REMOVED -> " (gone)";
              case CHANGED -> "";
            });
    if (!group.isProse()) {
      sentences("  was: ", group.before());
      sentences("  now: ", group.after());
    }
    boolean silent = group.before().isEmpty() && group.after().isEmpty();
    if (!group.isWhole() || silent || group.isProse()) {
      group.changes().forEach(change -> change(group, change));
    }
  }

  private void sentences(String label, List<String> sentences) {
    String blank = " ".repeat(label.length());
    for (int i = 0; i < sentences.size(); i++) {
      wrapped(i == 0 ? label : blank, blank, words(sentences.get(i), Redline.Kind.SAME));
    }
  }

  /** One key, in the words of the language: what stands where. */
  private void change(ChangeGroup group, Change change) {
    String key = change.below(group.thing());
    List<Word> words = new ArrayList<>();
    if (!key.isEmpty()) {
      words.add(new Word(key + ":", Redline.Kind.SAME));
    }
    if (change.redline().isPresent()) {
      for (Redline.Run run : change.redline().get().runs()) {
        words.addAll(words(marked(run), run.kind()));
      }
    } else {
      switch (change.kind()) {
        case ADDED -> words.addAll(words("added " + change.after(), Redline.Kind.SAME));
        case REMOVED -> words.addAll(words("removed " + change.before(), Redline.Kind.SAME));
        case CHANGED ->
            words.addAll(words(change.before() + " → " + change.after(), Redline.Kind.SAME));
      }
    }
    wrapped("  - ", "    ", words);
  }

  /** Without color struck words stand in {@code [-…-]} and inserted ones in {@code {+…+}}. */
  private String marked(Redline.Run run) {
    return colored
        ? run.text()
        : switch (run.kind()) {
          case SAME -> run.text();
          case STRUCK -> "[-" + run.text() + "-]";
          case INSERTED -> "{+" + run.text() + "+}";
        };
  }

  /** A word without anything that could move the cursor. */
  private record Word(String text, Redline.Kind kind) {}

  private static List<Word> words(String text, Redline.Kind kind) {
    List<Word> words = new ArrayList<>();
    for (String word : text.strip().split("[\\s\\p{Cc}]+")) {
      words.add(new Word(word, kind));
    }
    return words;
  }

  private void wrapped(String first, String next, List<Word> words) {
    StringBuilder line = new StringBuilder(first);
    int length = first.length();
    boolean empty = true;
    for (Word word : words) {
      if (!empty && length + 1 + word.text().length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(next);
        length = next.length();
        empty = true;
      }
      line.append(empty ? "" : " ").append(painted(word));
      length += (empty ? 0 : 1) + word.text().length();
      empty = false;
    }
    lines.add(line.toString());
  }

  private String painted(Word word) {
    if (!colored || word.kind() == Redline.Kind.SAME) {
      return word.text();
    }
    return (word.kind() == Redline.Kind.STRUCK ? STRUCK : INSERTED) + word.text() + RESET;
  }
}
