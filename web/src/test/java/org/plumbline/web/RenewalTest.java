package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.plumbline.register.Checksum;

/** Notices say how an agreement goes on; its text says what is counted; a bundle takes it along. */
class RenewalTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static Map<String, String> notice(String kind, String until) {
    return Map.of("kind", kind, "text", "As the text allows", "until", until);
  }

  @Test
  void aTerminationSetsTheLastDayAndATextWithAnotherCanBeDrafted() throws IOException {
    MonthClosed month = new MonthClosed();
    try {
      Client customer = month.site.administrator;
      String renewal = month.agreement + "/renewal";
      String notices = month.agreement + "/notices";
      assertThat(customer.get(renewal).body())
          .contains(
              "Renewal and end",
              "The last day of the agreement is 2027-09-30",
              "The text knows no renewal");
      assertThat(month.provider.post(notices, notices, notice("termination", "")).body())
          .contains("Say on which day the agreement ends");
      LocalDate last = LocalDate.now(NEW_YORK).plusDays(3);
      month.provider.post(notices, notices, notice("termination", last.toString()));
      assertThat(customer.get(renewal).body())
          .contains("The last day of the agreement is " + last, "gave notice on");
      assertThat(customer.get(month.agreement + "/calendar").body())
          .contains("Last day of the agreement")
          .doesNotContain("Last day of performance");
      assertThat(customer.get("/to-do").body()).contains("received the notice (termination)");
      String draft =
          customer.post(renewal, renewal + "/draft", Map.of("until", last.toString())).path();
      assertThat(customer.get(draft).body()).contains("until: " + last);
      assertThat(customer.post(renewal, renewal + "/draft", Map.of("until", "tomorrow")).status())
          .isEqualTo(422);
      // Whoever gave notice takes it back by saying that the agreement is renewed.
      month.provider.post(notices, notices, notice("renewal", ""));
      assertThat(customer.get(renewal).body())
          .doesNotContain("The last day of the agreement is " + last);
    } finally {
      month.site.close();
    }
  }

  @Test
  void aBundleHoldsEverythingWithItsChecksumsAndReportsAsPublications() throws IOException {
    MonthClosed month = new MonthClosed();
    try {
      Map<String, byte[]> files =
          unzipped(month.site.administrator.bytes(month.agreement + "/bundle"));
      assertThat(files)
          .containsKeys(
              "index.html",
              "README.txt",
              "SHA256SUMS",
              "tables/notice.json",
              "publications/no-1/publication.json",
              "publications/no-1/seal.txt",
              "publications/no-1/agreement/agreement.yaml",
              "publications/no-1/records/register.yaml");
      for (String line : text(files, "SHA256SUMS").lines().toList()) {
        String path = line.substring(66);
        Path copy = Files.createTempFile("bundle", "");
        Files.write(copy, files.get(path));
        assertThat(Checksum.of(copy)).as(path).isEqualTo(line.substring(0, 64));
        Files.delete(copy);
      }
      assertThat(text(files, "index.html"))
          .contains("Core system", "invoices.csv", "Ada Customer", "publications/no-1")
          .doesNotContain("<script");
      assertThat(text(files, "publications/no-1/seal.txt"))
          .isEqualTo(
              Checksum.PUBLICATION
                  + Checksum.of(text(files, "publications/no-1/publication.json"))
                  + "\n");
      keep(files);
    } finally {
      month.site.close();
    }
  }

  /** Leaves the bundle where {@code ./verify} has the command line compute its reports again. */
  private static void keep(Map<String, byte[]> files) throws IOException {
    Path folder = Path.of("target", "bundle");
    if (Files.exists(folder)) {
      try (Stream<Path> before = Files.walk(folder)) {
        for (Path path : before.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }

  private static String text(Map<String, byte[]> files, String path) {
    return new String(files.get(path), UTF_8);
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}
