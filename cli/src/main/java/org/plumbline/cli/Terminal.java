package org.plumbline.cli;

import java.util.Map;

/**
 * What may be printed where an answer goes.
 *
 * @param colored whether colors are shown there
 * @param interactive whether a person looks on, so that progress is worth telling
 * @param width columns that a line may have
 */
record Terminal(boolean colored, boolean interactive, int width) {
  private static final int USUAL_WIDTH = 100;
  private static final int NARROWEST = 60;
  private static final int WIDEST = 160;

  /** A file or another program: no colors, no progress, a fixed width. */
  static final Terminal PLAIN = new Terminal(false, false, USUAL_WIDTH);

  /**
   * What the process runs in.
   *
   * <p>The starting script says with the property {@code plumbline.terminal} whether answers go to
   * a terminal, as the JVM cannot tell it of one stream alone; else both ends must be one.
   */
  static Terminal ofProcess() {
    String told = System.getProperty("plumbline.terminal", "");
    boolean terminal = told.isEmpty() ? System.console() != null : told.equals("true");
    return of(terminal, System.getenv());
  }

  static Terminal of(boolean terminal, Map<String, String> environment) {
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        terminal && !dumb && !unwanted,
        terminal,
        terminal ? width(environment.getOrDefault("COLUMNS", "")) : USUAL_WIDTH);
  }

  private static int width(String columns) {
    return columns.matches("\\d{1,4}")
        ? Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)))
        : USUAL_WIDTH;
  }
}
