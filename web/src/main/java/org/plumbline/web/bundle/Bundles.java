package org.plumbline.web.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.close.PublicationRow;
import org.plumbline.web.close.Publications;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.RecordFiles;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.result.Measured;
import org.plumbline.web.result.PublishedReport;
import org.plumbline.web.result.ResultRow;
import org.plumbline.web.store.Store;
import org.plumbline.wording.Reading;
import org.springframework.stereotype.Component;

/**
 * Everything that a person sees of an agreement as one zip: texts with their canonical forms and
 * hashes, results, issued reports as publications that verify, files with their checksums, and all
 * that was kept around them as tables.
 */
@Component
public final class Bundles {

  private static final String SUMS = "SHA256SUMS";

  private static final String README =
      """
      %s

      Everything that %s of %s could see of this agreement on %s. It can be read without the
      program that it came from.

      index.html          begin here: every file, and all that was kept, as tables
      texts/              every text of the agreement; beside it what was hashed and signed (.canonical)
                          and the same read aloud (.txt)
      results/            every result as a page and as data (evaluation.json)
      publications/       every report that was issued, with the texts and records that it rests on:
                          plumbline verify publications/no-1
                          computes it again and compares it to the last digit
      files/              every file that was brought in, in a folder named by its SHA-256
      tables/             the tables of index.html as data (JSON)
      SHA256SUMS          the checksum of every file: sha256sum -c SHA256SUMS
      """;

  private final Store store;
  private final Agreements agreements;
  private final Measured measured;
  private final Publications publications;
  private final RecordFiles files;
  private final Clock clock;

  Bundles(
      Store store,
      Agreements agreements,
      Measured measured,
      Publications publications,
      RecordFiles files,
      Clock clock) {
    this.store = store;
    this.agreements = agreements;
    this.measured = measured;
    this.publications = publications;
    this.files = files;
    this.clock = clock;
  }

  /** Writes the zip of an agreement. */
  public void write(Viewer viewer, UUID agreement, OutputStream to) throws IOException {
    AgreementRow row = agreements.one(viewer, agreement);
    try (ZipOutputStream zip = new ZipOutputStream(to, UTF_8)) {
      new Zip(viewer, row, zip).all();
    }
  }

  /** One zip as it is written. */
  private final class Zip {
    private final Viewer viewer;
    private final AgreementRow row;
    private final ZipOutputStream zip;
    private final Map<String, String> sums = new TreeMap<>();
    private final List<String> left = new ArrayList<>();

    Zip(Viewer viewer, AgreementRow row, ZipOutputStream zip) {
      this.viewer = viewer;
      this.row = row;
      this.zip = zip;
    }

    void all() throws IOException {
      texts();
      results();
      reports();
      List<KeptTable> tables = store.as(viewer.person(), jdbc -> KeptTable.all(jdbc, row.id()));
      for (KeptTable table : tables) {
        text("tables/" + table.name() + ".json", table.json());
        for (KeptTable.KeptFile file : table.files()) {
          file("files/" + file.sha256() + "/" + safe(file.name()), files.file(file.sha256()));
        }
      }
      String day = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
      String title = row.title() + ": " + row.customerName() + " and " + row.providerName();
      List<String> head = new ArrayList<>();
      head.add(
          "Everything that "
              + viewer.name()
              + " of "
              + viewer.organizationName()
              + " could see of this agreement on "
              + day
              + ". README.txt says how to verify it. Times are those of the database, with their"
              + " offset.");
      head.addAll(left);
      Map<String, String> names = store.as(viewer.person(), KeptTable::names);
      text(
          "README.txt",
          README.formatted(title, viewer.name(), viewer.organizationName(), day)
              + (left.isEmpty() ? "" : "\n" + String.join("\n", left) + "\n"));
      text("index.html", IndexPage.of(title, head, List.copyOf(sums.keySet()), tables, names));
      StringBuilder all = new StringBuilder();
      sums.forEach((path, sum) -> all.append(sum).append("  ").append(path).append('\n'));
      text(SUMS, all.toString());
    }

    private void texts() throws IOException {
      for (VersionRow version : agreements.versions(viewer, row.id())) {
        CheckedText text = agreements.text(viewer, version);
        String name = "texts/" + safe(version.label());
        text(name + ".yaml", text.text());
        if (text.canonical().isPresent()) {
          text(name + ".canonical", text.canonical().get());
          text(name + ".hash", text.hash().orElseThrow() + "\n");
        }
        if (text.reading().isPresent()) {
          text(name + ".txt", aloud(text.title(), text.reading().get()));
        }
      }
    }

    private void results() throws IOException {
      int number = 0;
      for (ResultRow result : measured.all(viewer, row.id())) {
        String folder = "results/" + safe(result.period()) + "-" + result.id() + "/";
        number++;
        text(folder + "evaluation.json", measured.json(viewer, result));
        text(
            folder + "report.html",
            "<!DOCTYPE html>\n<html lang=\"en-US\"><head><meta charset=\"utf-8\"><title>Result "
                + number
                + "</title></head><body><main>"
                + measured.page(viewer, result)
                + "</main></body></html>\n");
      }
    }

    /** Each report once, the first issued first: a restatement names the one before. */
    private void reports() throws IOException {
      List<PublicationRow> issued = new ArrayList<>(publications.all(viewer, row.id()));
      issued.sort(java.util.Comparator.comparing(PublicationRow::number));
      Map<Integer, PublishedReport> done = new HashMap<>();
      for (PublicationRow report : issued) {
        try {
          PublishedReport published =
              measured.published(
                  viewer,
                  measured.one(viewer, row.id(), report.result()),
                  report.restates().map(done::get),
                  report.reason().orElse(""));
          done.put(report.number(), published);
          String folder = "publications/no-" + report.number() + "/";
          for (Map.Entry<String, String> each : published.texts().entrySet()) {
            text(folder + each.getKey(), each.getValue());
          }
          for (Map.Entry<String, Path> each : published.records().entrySet()) {
            file(folder + each.getKey(), each.getValue());
          }
        } catch (NotHere | Refused cannot) {
          left.add(
              "Report no. "
                  + report.number()
                  + " is here as a result only, not as a publication: "
                  + cannot.getMessage());
        }
      }
    }

    private void text(String path, String text) throws IOException {
      entry(path, out -> out.write(text.getBytes(UTF_8)));
    }

    private void file(String path, Path file) throws IOException {
      if (!sums.containsKey(path)) {
        entry(path, out -> Files.copy(file, out));
      }
    }

    private void entry(String path, Content content) throws IOException {
      MessageDigest digest = sha256();
      zip.putNextEntry(new ZipEntry(path));
      content.to(new DigestOutputStream(zip, digest));
      zip.closeEntry();
      sums.put(path, HexFormat.of().formatHex(digest.digest()));
    }
  }

  /** Writes what an entry holds, and leaves the zip open. */
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** A name that every file system takes. */
  static String safe(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{N} ._()+-]", "_").strip();
    return safe.isEmpty() || safe.startsWith(".") ? "_" + safe : safe;
  }

  private static String aloud(String title, Reading reading) {
    StringBuilder text = new StringBuilder(title).append('\n');
    for (Reading.Section section : reading.sections()) {
      text.append("\n").append(section.heading()).append("\n\n");
      for (Reading.Item item : section.items()) {
        text.append("- ")
            .append(item.name().isEmpty() ? "" : item.name() + ". ")
            .append(item.sentence())
            .append('\n');
        item.details().forEach(detail -> text.append("  - ").append(detail).append('\n'));
      }
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
