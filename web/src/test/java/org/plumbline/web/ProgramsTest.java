package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for all that programs ask: keys, pages of lists, tags. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramsTest {
  private static final String YAML = "application/yaml";

  private TestServer site;
  private Client program;
  private String agreement;
  private byte[] text;

  @BeforeAll
  void start() throws IOException {
    site = new TestServer();
    String provider = site.organization("Finance Service Center", "party");
    program = site.client().token(TestServer.token(site.administrator, true));
    text = Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml"));
    Client.Answer opened =
        program.send("POST", "/api/agreements?side=customer&across=" + provider, YAML, text);
    agreement = opened.response().headers().firstValue("Location").orElseThrow();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private Client.Answer draft(String key, byte[] content) {
    return program.send(
        "POST", agreement + "/versions", content, "Content-Type", YAML, "Idempotency-Key", key);
  }

  private static Optional<String> header(Client.Answer answer, String name) {
    return answer.response().headers().firstValue(name);
  }

  private int versions() {
    return program.get(agreement + "/versions?limit=1000").body().split("\"label\"", -1).length - 1;
  }

  @Test
  void aRequestThatIsSentAgainIsAnsweredAsBeforeAndRecordsNothing() {
    int before = versions();
    Client.Answer first = draft("\"same\"", text);
    Client.Answer again = draft("\"same\"", text);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(header(again, "Location")).isEqualTo(header(first, "Location")).isPresent();
    assertThat(header(again, "Content-Type")).isEqualTo(header(first, "Content-Type"));
    assertThat(header(first, "Idempotency-Replayed")).isEmpty();
    assertThat(header(again, "Idempotency-Replayed")).contains("true");
    assertThat(versions()).isEqualTo(before + 1);
  }

  @Test
  void aKeyOfAnotherRequestIsRefusedAndOneOfAnotherPersonIsAnother() {
    assertThat(draft("k", text).status()).isEqualTo(201);
    byte[] other = (new String(text, UTF_8) + "\n# another\n").getBytes(UTF_8);
    Client.Answer refused = draft("k", other);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("used for another request");

    Client colleague =
        site.person(
            site.organizationId("Department of Examples"),
            "Carl",
            "carl@department.test",
            "program-manager");
    Client.Answer theirs =
        site.client()
            .token(TestServer.token(colleague, true))
            .send(
                "POST",
                agreement + "/versions",
                other,
                "Content-Type",
                YAML,
                "Idempotency-Key",
                "k");
    assertThat(theirs.status()).isEqualTo(201);
  }

  @Test
  void aRefusalIsNotKeptAndAKeyThatIsNoneIsRefused() {
    assertThat(draft("again", new byte[] {' '}).status()).isEqualTo(422);
    assertThat(draft("again", text).status()).isEqualTo(201);
    assertThat(draft("\"open", text).status()).isEqualTo(400);
    assertThat(draft("x".repeat(256), text).status()).isEqualTo(400);
  }

  @Test
  void aListIsGivenPageByPageAndNothingTwiceThoughMoreComesMeanwhile() {
    for (int i = 0; i < 5; i++) {
      assertThat(program.send("POST", agreement + "/versions", YAML, text).status()).isEqualTo(201);
    }
    int all = versions();
    List<String> ids = new ArrayList<>();
    String page = agreement + "/versions?limit=2";
    int pages = 0;
    while (!page.isEmpty()) {
      Client.Answer answer = program.get(page);
      assertThat(answer.status()).isEqualTo(200);
      java.util.regex.Pattern.compile("\"id\":\"([^\"]+)\"")
          .matcher(answer.body())
          .results()
          .forEach(found -> ids.add(found.group(1)));
      if (pages++ == 0) {
        program.send("POST", agreement + "/versions", YAML, text);
      }
      page =
          answer.response().headers().allValues("Link").stream()
              .filter(link -> link.endsWith("rel=\"next\""))
              .map(link -> link.substring(1, link.indexOf('>')))
              .findFirst()
              .orElse("");
    }
    assertThat(ids).hasSize(all).doesNotHaveDuplicates();
    assertThat(pages).isEqualTo((all + 1) / 2);
    assertThat(program.get(agreement + "/versions?limit=0").status()).isEqualTo(422);
    assertThat(program.get(agreement + "/versions?cursor=none").status()).isEqualTo(422);
  }

  @Test
  void whoeverLookedAtAnEarlierStateIsRefused() {
    Client.Answer list = program.get(agreement + "/versions");
    String tag = header(list, "ETag").orElseThrow();
    assertThat(program.with(agreement + "/versions", "If-None-Match", tag).status()).isEqualTo(304);

    Client.Answer first = matching(agreement + "/versions", tag, text);
    Client.Answer second = matching(agreement + "/versions", tag, text);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.body()).contains("since you looked");
    assertThat(matching(agreement + "/versions", "*", text).status()).isEqualTo(201);
  }

  @Test
  void whatIsDoneToSomethingIsHeldToItsOwnTag() {
    String version =
        header(program.send("POST", agreement + "/versions", YAML, text), "Location").orElseThrow();
    String tag = header(program.get(version), "ETag").orElseThrow();

    assertThat(matching(version + "/send", "\"other\"", new byte[0]).status()).isEqualTo(412);
    assertThat(matching(version + "/send", "\"other\", " + tag, new byte[0]).status())
        .isEqualTo(204);
    assertThat(matching(version + "/send", tag, new byte[0]).status()).isEqualTo(412);
  }

  private Client.Answer matching(String path, String tag, byte[] content) {
    return program.send("POST", path, content, "Content-Type", YAML, "If-Match", tag);
  }
}
