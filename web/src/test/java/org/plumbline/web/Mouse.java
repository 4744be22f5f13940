package org.plumbline.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** Works a page by pointing and writing; no script of the page is needed. */
class Mouse implements Hands {
  final Page page;

  Mouse(Page page) {
    this.page = page;
  }

  /** A field by its label, the first of that name. */
  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning(name)))
        .first();
  }

  /** The first link of this name; one that ends in … is the beginning of a name. */
  Locator link(String name) {
    Page.GetByRoleOptions options = new Page.GetByRoleOptions();
    return page.getByRole(
            AriaRole.LINK,
            name.endsWith("…")
                ? options.setName(beginning(name.substring(0, name.length() - 1)))
                : options.setName(name).setExact(true))
        .first();
  }

  Locator summary(String words) {
    return page.locator("summary", new Page.LocatorOptions().setHasText(words)).first();
  }

  /** A name that begins like this; browsers do not know how Java quotes. */
  private static Pattern beginning(String words) {
    return Pattern.compile("^" + words.replaceAll("[\\W&&[^ ]]", "."));
  }

  @Override
  public void write(String label, String text) {
    field(label).fill(text);
  }

  @Override
  public void writeDay(String label, String day) {
    field(label).fill(day);
  }

  @Override
  public void choose(String label, String option) {
    field(label).selectOption(new SelectOption().setLabel(option));
  }

  @Override
  public void check(String label) {
    page.getByText(label, new Page.GetByTextOptions().setExact(true)).first().click();
  }

  @Override
  public void attach(String label, FilePayload file) {
    field(label).setInputFiles(file);
  }

  @Override
  public void unfold(String words) {
    summary(words).click();
  }

  @Override
  public void press(String button) {
    button(button).click();
  }

  @Override
  public void follow(String link) {
    link(link).click();
  }
}
