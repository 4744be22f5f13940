package org.plumbline.web;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;

/**
 * Works a page by keyboard alone: over the link to the content, then from one thing to the next
 * with Tab, until what is sought has the focus. What cannot be reached that way fails.
 */
final class Keyboard extends Mouse {
  private static final int FURTHEST = 400;
  private static final int PRESSES = 10;

  /** Milliseconds. */
  private static final double SHOWN_WITHIN = 10_000;

  Keyboard(Page page) {
    super(page);
  }

  /** Goes to something with Tab. */
  private void reach(Locator sought, String name) {
    sought.waitFor(
        new Locator.WaitForOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    if (isAtTheStart() && isInContent(sought)) {
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
    }
    for (int step = 0; step < FURTHEST; step++) {
      if (hasFocus(sought)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach “" + name + "” on " + page.url());
  }

  private boolean isAtTheStart() {
    return (Boolean)
        page.evaluate("() => document.activeElement === document.body && location.hash === ''");
  }

  private static boolean isInContent(Locator sought) {
    return (Boolean) sought.evaluate("e => document.querySelector('main').contains(e)");
  }

  /** It has the focus, or another of its group has: arrows lead on within a group. */
  private static boolean hasFocus(Locator sought) {
    return (Boolean)
        sought.evaluate(
            "e => { const a = document.activeElement; return a === e || (e.type === 'radio' &&"
                + " a.type === 'radio' && a.name === e.name && a.form === e.form) }");
  }

  @Override
  public void write(String label, String text) {
    reach(field(label), label);
    page.keyboard().press("Control+A");
    page.keyboard().insertText(text);
  }

  @Override
  public void writeDay(String label, String day) {
    reach(field(label), label);
    page.keyboard().type(day.substring(5, 7) + day.substring(8) + day.substring(0, 4));
  }

  @Override
  public void choose(String label, String option) {
    Locator list = field(label);
    reach(list, label);
    page.keyboard().press("Home");
    for (int step = 0; step < FURTHEST; step++) {
      if (list.evaluate("e => e.selectedOptions[0].label").equals(option)) {
        return;
      }
      page.keyboard().press("ArrowDown");
    }
    throw new AssertionError("“" + label + "” does not offer " + option);
  }

  @Override
  public void check(String label) {
    Locator box = field(label);
    reach(box, label);
    for (int step = 0; step < FURTHEST; step++) {
      if ((Boolean) box.evaluate("e => document.activeElement === e")) {
        if (!box.isChecked()) {
          page.keyboard().press("Space");
        }
        return;
      }
      page.keyboard().press("ArrowDown");
    }
    throw new AssertionError("the keyboard does not reach “" + label + "” within its group");
  }

  @Override
  public void attach(String label, FilePayload file) {
    reach(field(label), label);
    chooser().setFiles(file);
  }

  /**
   * The browser shows one only within seconds of the key; on a busy machine they pass between the
   * key going down and coming up.
   */
  private FileChooser chooser() {
    for (int again = 0; again < PRESSES; again++) {
      try {
        return page.waitForFileChooser(
            new Page.WaitForFileChooserOptions().setTimeout(SHOWN_WITHIN),
            () -> page.keyboard().press("Space"));
      } catch (TimeoutError notShown) {
        // The next key is as good.
      }
    }
    throw new AssertionError("no key opens the choice of a file on " + page.url());
  }

  @Override
  public void unfold(String words) {
    reach(summary(words), words);
    page.keyboard().press("Enter");
  }

  @Override
  public void press(String button) {
    reach(button(button), button);
    leave();
  }

  @Override
  public void follow(String link) {
    reach(link(link), link);
    leave();
  }

  @SuppressWarnings("deprecation") // What it says: Enter leads to the next page.
  private void leave() {
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }
}
