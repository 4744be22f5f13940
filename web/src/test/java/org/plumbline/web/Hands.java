package org.plumbline.web;

import com.microsoft.playwright.options.FilePayload;

/** How somebody works a page in a browser: each thing is named as it stands on the page. */
interface Hands {

  /** Writes into a field, over what stood there. */
  void write(String label, String text);

  /** Writes a day, such as {@code 2026-12-24}. */
  void writeDay(String label, String day);

  /** Chooses from a list what it shows. */
  void choose(String label, String option);

  /** Checks a box or one of several. */
  void check(String label);

  /** Chooses a file. */
  void attach(String label, FilePayload file);

  /** Opens what is folded under these words. */
  void unfold(String words);

  /** Presses a button. */
  void press(String button);

  /** Follows the first link of this name. */
  void follow(String link);
}
