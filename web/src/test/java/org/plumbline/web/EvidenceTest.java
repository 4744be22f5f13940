package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files attached to requests and statements. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceTest {
  private static final byte[] PDF = "%PDF-1.7\n…".getBytes(UTF_8);

  private TestServer site;
  private Client ours;
  private Client theirs;
  private String agreement;

  @BeforeAll
  void start() throws IOException {
    site = new TestServer();
    String provider = site.organization("Finance Service Center", "party");
    theirs =
        site.client()
            .token(
                TestServer.token(
                    site.person(provider, "Paul", "paul@provider.test", "program-manager"), true));
    ours = site.client().token(TestServer.token(site.administrator, true));
    byte[] text = Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml"));
    agreement =
        location(
            ours.send(
                "POST",
                "/api/agreements?side=customer&across=" + provider,
                "application/yaml",
                text));
    String version = location(ours.send("POST", agreement + "/versions", "application/yaml", text));
    ours.send("POST", version + "/send", "application/json", new byte[0]);
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private static String location(Client.Answer answer) {
    return answer.response().headers().firstValue("Location").orElseThrow();
  }

  private String request() {
    return location(
        ours.send(
            "POST",
            agreement + "/requests?metric=entered&period=2026-10&reason=x",
            "application/json",
            "[{\"leave-out\": [\"I1\"]}]".getBytes(UTF_8)));
  }

  private Client.Answer attach(Client by, String about, String name, byte[] content) {
    return by.send(
        "POST",
        agreement + "/evidence?name=" + name + "&about=" + about.replaceAll(".*/", ""),
        "application/octet-stream",
        content);
  }

  @Test
  void whatShowsADraftIsSeenByItsPartyAloneAndByBothWhenItIsSent() {
    String request = request();
    String file = location(attach(ours, request, "mail.pdf", PDF));
    assertThat(ours.get(file + "/file").body()).isEqualTo(new String(PDF, UTF_8));
    assertThat(theirs.get(file).status()).isEqualTo(404);
    assertThat(theirs.get(file + "/file").status()).isEqualTo(404);
    assertThat(attach(theirs, request, "mail.pdf", PDF).status()).isEqualTo(404);

    ours.send("POST", request + "/send", "application/json", new byte[0]);

    Client.Answer got = theirs.get(file + "/file");
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.response().headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(got.response().headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(got.response().headers().allValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.startsWith("sandbox"));
    assertThat(attach(theirs, request, "answer.txt", "No.".getBytes(UTF_8)).status())
        .isEqualTo(201);
    String about = "/evidence?about=" + request.replaceAll(".*/", "");
    assertThat(ours.get(agreement + about).body())
        .contains("mail.pdf", "answer.txt", "Finance Service Center");
  }

  @Test
  void aFileIsWhatItHoldsAndWhatMayRunIsNotKept() throws IOException {
    String request = request();
    assertThat(attach(ours, request, "mail.png", PDF).status()).isEqualTo(422);
    assertThat(attach(ours, request, "page.html", "<script>".getBytes(UTF_8)).status())
        .isEqualTo(422);
    assertThat(attach(ours, request, "run.txt", new byte[] {'M', 'Z', 0, 1}).status())
        .isEqualTo(422);
    assertThat(attach(ours, request, "empty.txt", new byte[0]).status()).isEqualTo(422);
    assertThat(attach(ours, request, "big.txt", new byte[25_000_001]).body()).contains("25 MB");
    assertThat(attach(ours, request, "letter.docx", office(false)).status()).isEqualTo(201);
    assertThat(attach(ours, request, "macros.docx", office(true)).status()).isEqualTo(422);
  }

  private static byte[] office(boolean macros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name :
          macros
              ? new String[] {"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}
              : new String[] {"[Content_Types].xml", "word/document.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aFileIsAttachedOnThePageOfARequestAndToWhatWasSaidOfAnActivity() {
    String request = request();
    String page = request.replace("/api", "");
    String attach = agreement.replace("/api", "") + "/evidence";
    String after =
        site.administrator
            .upload(
                page,
                attach,
                Map.of("about", request.replaceAll(".*/", "")),
                "C:\\mails\\why.txt",
                "It was late.".getBytes(UTF_8))
            .body();
    assertThat(after).contains("why.txt").contains("The other party sees it when this is sent.");

    String task = "/guide/define-service-level-agreements-slas";
    String guide = agreement.replace("/api", "") + task;
    String activity =
        site.administrator
            .get(guide)
            .body()
            .replaceAll("(?s).*?name=\"activity\" value=\"([^\"]+)\".*", "$1");
    String id =
        ours.send(
                "POST",
                agreement + task,
                "application/json",
                ("{\"activity\": \"" + activity + "\", \"state\": \"done\", \"text\": \"See it\"}")
                    .getBytes(UTF_8))
            .body()
            .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(attach(ours, id, "minutes.txt", "We met.".getBytes(UTF_8)).status()).isEqualTo(201);
    assertThat(site.administrator.get(guide).body()).contains("minutes.txt");
    assertThat(theirs.get(agreement + "/evidence?about=" + id).status()).isEqualTo(404);
  }
}
