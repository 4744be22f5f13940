package org.plumbline.cli;

import java.io.PrintWriter;
import org.plumbline.records.LoadProgress;

/**
 * Tells a person how far long work is, on one line that is written over and taken away at the end;
 * tells a file or a program nothing.
 */
final class Progress implements LoadProgress {
  private static final long PAUSE_NANOS = 100_000_000L;

  private final PrintWriter err;
  private final boolean shown;
  private long last = System.nanoTime() - PAUSE_NANOS;
  private boolean onLine;

  Progress(PrintWriter err, Terminal terminal) {
    this.err = err;
    shown = terminal.interactive();
  }

  @Override
  public void at(String step, long done, long total) {
    long now = System.nanoTime();
    if (!shown || now - last < PAUSE_NANOS) {
      return;
    }
    last = now;
    write(total > 0 ? step + " " + Math.min(100, 100 * done / total) + " %" : step);
  }

  /** Says what is done now. */
  void say(String step) {
    if (shown) {
      last = System.nanoTime();
      write(step + "…");
    }
  }

  /** Takes the line away. */
  void clear() {
    if (onLine) {
      err.print("\r\033[K");
      err.flush();
      onLine = false;
    }
  }

  private void write(String text) {
    String clean = text.replaceAll("\\p{Cc}", " ");
    err.print("\r\033[K" + (clean.length() <= 78 ? clean : clean.substring(0, 78)));
    err.flush();
    onLine = true;
  }
}
