package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Somebody at a browser: every step by what stands on the pages, from one to the next. */
final class AtABrowser implements Somebody {
  private final String home;
  private final String email;
  private final String name;
  private final Mouse hands;
  private final Page page;
  private final Consumer<Page> looks;
  private String title = Life.TITLE;

  /**
   * Somebody.
   *
   * @param home where the server is
   * @param looks told of each page that is reached
   */
  AtABrowser(String home, String name, String email, Mouse hands, Consumer<Page> looks) {
    this.home = home;
    this.name = name;
    this.email = email;
    this.hands = hands;
    this.page = hands.page;
    this.looks = looks;
  }

  // ---- moving about ----

  private void press(String button) {
    hands.press(button);
    arrived(button);
  }

  private void follow(String link) {
    hands.follow(link);
    arrived(link);
  }

  private void arrived(String by) {
    assertThat(page.locator("main [role=alert]").allInnerTexts()).as("after “%s”", by).isEmpty();
    assertThat(page.locator("main h1").count()).as("after “%s” at %s", by, page.url()).isOne();
    looks.accept(page);
  }

  /** A page of the agreement, by its tab. */
  private void tab(String words) {
    if (page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Agreement"))
            .count()
        == 0) {
      finds(title);
    }
    follow(words);
  }

  private void logsIn() {
    hands.write("E-mail address", email);
    hands.write("Password", TestServer.PASSWORD);
    press("Log in");
  }

  // ---- the entrance ----

  @Override
  public void begins(URI link, String organization) {
    page.navigate(link.toString());
    looks.accept(page);
    hands.write("Your organization", organization);
    hands.write("Your name", name);
    hands.write("Your e-mail address", email);
    hands.write("Password", TestServer.PASSWORD);
    press("Begin");
    logsIn();
  }

  @Override
  public void adds(String organization) {
    follow("People");
    hands.write("Name of the organization", organization);
    press("Add");
  }

  @Override
  public String invites(String invited, String address, String organization) {
    follow("People");
    hands.choose("Organization", organization);
    hands.write("Name", invited);
    hands.write("E-mail address", address);
    press("Invite");
    return page.locator(".pl-secret").innerText().strip();
  }

  @Override
  public void letsSign(String person) {
    follow("People");
    hands.choose("Role for " + person, "Business Owner");
    press("Give seat to " + person);
  }

  @Override
  public void joins(String link) {
    page.navigate(URI.create(home).resolve(link).toString());
    looks.accept(page);
    hands.write("Password", TestServer.PASSWORD);
    press("Join");
    logsIn();
  }

  // ---- plan and define ----

  @Override
  public void putsIn(String text, String across) {
    follow("Agreements");
    follow("Put in an agreement");
    hands.check("the customer: it receives the service");
    hands.choose("The other party", across);
    hands.attach("The text, as a file", file("agreement.yaml", text));
    press("Keep as our draft");
  }

  @Override
  public void finds(String sought) {
    title = sought;
    follow("Agreements");
    follow(sought);
  }

  @Override
  public void sendsTheText() {
    tab("What it says");
    press("Send to the other party");
  }

  @Override
  public void comments(Life.Metric metric, String words) {
    tab("Comments");
    String heading =
        page.locator("#place option[value='metrics/" + metric.id() + "']").textContent().strip();
    hands.choose("Term", heading);
    hands.write("Comment", words);
    hands.check("send it to the other party at once");
    press("Keep the comment");
  }

  @Override
  public void resolves(String response) {
    tab("Comments");
    hands.unfold("Answer or resolve");
    hands.write("Response", response);
    hands.check("send the response at once");
    press("Resolve");
    assertThat(Looks.whole(page)).contains("Resolved: 1");
  }

  @Override
  public void supports(Life.Metric metric) {
    tab("Buy-in");
    hands.choose("Role", "Business Owner");
    hands.choose("Metric", metric.name());
    hands.check("supports");
    press("Record it");
    press("Show the other party what ours said");
  }

  @Override
  public void proposes(UnaryOperator<String> change) {
    tab("What it says");
    follow("Write another text");
    String text = page.inputValue("#text");
    assertThat(change.apply(text)).isNotEqualTo(text);
    hands.write("Or change it here", change.apply(text));
    press("Keep as our draft");
    press("Send to the other party");
  }

  // ---- finalize ----

  @Override
  public void takesTheirText() {
    tab("Terms");
    press("Accept ");
    assertThat(Looks.whole(page)).contains("Every term is agreed");
  }

  @Override
  public void signs() {
    tab("Sign-off");
    hands.check("accepted: I sign what the hash above names");
    press("Sign off");
    assertThat(Looks.whole(page)).contains("Signed");
  }

  @Override
  public String hashInForce() {
    tab("Sign-off");
    follow("text …");
    return page.locator("main .pl-hash").first().innerText().strip();
  }

  // ---- monitor ----

  @Override
  public void brings(String file, byte[] content) {
    tab("Records");
    hands.attach("A file of records", file(file, new String(content, StandardCharsets.UTF_8)));
    // With scripts the page stands until the upload is done, and whoever leaves it breaks it off.
    hands.press("Upload");
    page.waitForURL(Pattern.compile(".*/records/[0-9a-f-]{36}"));
    arrived("Upload");
  }

  @Override
  public void delivers(String period) {
    hands.write("It holds every case of the period", period);
    press("State that it is complete");
    assertThat(Looks.whole(page)).contains("Delivered.");
  }

  @Override
  public void measures(String period) {
    tab("Results");
    hands.write("Period", period);
    press("Measure");
    press("Send to the other party");
  }

  @Override
  public void sees(String period, String words) {
    tab("Results");
    follow(period);
    assertThat(Looks.whole(page)).contains(words);
  }

  @Override
  public void explains(Life.Metric metric, String theCase, String file) {
    follow(metric.name());
    follow(theCase);
    assertThat(Looks.whole(page)).contains(file);
  }

  @Override
  public void issues(String period, String reason) {
    tab("Close");
    follow(period);
    if (reason.isEmpty()) {
      press("Issue");
    } else {
      hands.write("Why it is restated", reason);
      press("Restate");
    }
  }

  @Override
  public void asksToLeaveOut(String theCase, Life.Metric metric, String period, String reason) {
    tab("Close");
    follow(period);
    follow("Ask to reconsider a result of this period");
    hands.choose("Result of", metric.name());
    hands.write("Why", reason);
    hands.write("Cases, one a line", theCase);
    press("Keep as a draft");
    press("Send to the other party");
  }

  @Override
  public void grants(String reason) {
    follow("To do");
    follow("Answer the request to reconsider…");
    hands.check("Grant all of it");
    hands.write("Why", reason);
    press("Record the answer");
  }

  @Override
  public void accepts(String period) {
    follow("To do");
    follow("Say whether you accept report…");
    hands.check("Accept");
    press("Record this");
    assertThat(Looks.whole(page)).contains("Accepted.", period);
  }

  @Override
  public void givesNotice(String text) {
    tab("Notices");
    hands.choose("Of", "Maintenance");
    hands.write("What", text);
    hands.writeDay("First day (optional)", "2026-12-24");
    hands.writeDay("Last day (optional)", "2026-12-24");
    press("Give notice");
    assertThat(Looks.whole(page)).contains(text, "2026-12-24");
  }

  @Override
  public void receivesTheNotice() {
    follow("To do");
    follow("Say that you received the notice…");
    press("Received");
    assertThat(Looks.whole(page)).contains("Received, " + name);
  }

  @Override
  public void callsAReview(String subject) {
    tab("Reviews");
    hands.writeDay("Day", "2026-12-03");
    hands.write("What it is", subject);
    press("Call it");
    assertThat(Looks.whole(page)).contains("2026-12-03: " + subject);
  }

  @Override
  public void decides(String decision) {
    tab("Reviews");
    hands.choose("Write down", "A decision");
    hands.write("In words", decision);
    press("Write it down");
    assertThat(Looks.whole(page)).contains(decision);
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }
}
