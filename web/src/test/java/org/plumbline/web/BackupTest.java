package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.web.store.Roles;
import org.plumbline.web.store.TestDatabase;

/** What was backed up while a server ran is there again after it was restored, in PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");

  @TempDir private static Path folder;
  private TestServer site;
  private Path file;

  @BeforeAll
  void serveAndBackUp() throws IOException, SQLException {
    site = new TestServer();
    String center = site.organization("Finance Service Center", "party");
    Client program = site.client().token(TestServer.token(site.administrator, true));
    String agreement =
        program
            .send(
                "POST",
                "/api/agreements?side=customer&across=" + center,
                "application/yaml",
                Files.readAllBytes(CHAIN.resolve("agreement.yaml")))
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    for (String name : new String[] {"records.yaml", "records/invoices.csv"}) {
      program.send(
          "POST",
          agreement + "/records?name=" + name.substring(name.indexOf('/') + 1),
          "application/octet-stream",
          Files.readAllBytes(CHAIN.resolve(name)));
    }
    file = folder.resolve("kept.zip");
    String said = Keeping.backup(site.data, Optional.of(site.roles), file, NOW);
    assertThat(said).contains("2 files of records");
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void aServerOnWhatWasRestoredKnowsTheSamePeopleAgreementsAndFiles()
      throws IOException, SQLException {
    Roles roles = TestDatabase.empty();
    Path data = folder.resolve("restored");

    assertThat(Keeping.restore(data, Optional.of(roles), file))
        .contains("The chain of the audit holds");

    try (Server server =
        Server.start(new ServerOptions(0, data, Optional.of(roles), 4), Clock.systemUTC())) {
      assertThat(server.begin()).isEmpty();
      Client ada = new Client(server.address());
      ada.logIn("ada@department.test", TestServer.PASSWORD);
      String list = ada.get("/").body();
      assertThat(list).contains("From invoice to payment");
      String agreement = list.replaceAll("(?s)^.*?(/agreements/[0-9a-f-]{36}).*$", "$1");
      String records = ada.get(agreement + "/records").body();
      assertThat(records).contains("invoices.csv");
      String load =
          ada.get(agreement + "/records")
              .body()
              .replaceAll("(?s)^.*?(/agreements/[0-9a-f-]{36}/records/[0-9a-f-]{36}).*$", "$1");
      assertThat(ada.get(load + "/file").body().getBytes(UTF_8).length).isPositive();
    }
    assertThatThrownBy(() -> Keeping.restore(data, Optional.of(roles), file))
        .hasMessageContaining("there is something in the database already");
  }

  @Test
  void aFileThatWasChangedIsRefusedAndNothingIsLeftBehind() throws IOException {
    Path changed = folder.resolve("changed.zip");
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
        out.write(
            (entry.getName().equals("tables/person") ? text.replace("Ada", "Eve") : text)
                .getBytes(UTF_8));
        out.closeEntry();
      }
    }
    Roles roles = TestDatabase.empty();

    assertThatThrownBy(() -> Keeping.restore(folder.resolve("x"), Optional.of(roles), changed))
        .hasMessageContaining("tables/person in the backup is not what it was");
    assertThat(folder.resolve("x").resolve("records")).doesNotExist();
  }

  @Test
  void nothingIsWrittenOverAndWhatIsNoBackupIsRefused() throws IOException {
    assertThatThrownBy(() -> Keeping.backup(site.data, Optional.of(site.roles), file, NOW))
        .hasMessageContaining("is there already");
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
    assertThatThrownBy(() -> Keeping.restore(folder, Optional.of(TestDatabase.empty()), text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Keeping.restore(folder, Optional.empty(), folder.resolve("none")))
        .hasMessageContaining("there is no file");
  }
}
