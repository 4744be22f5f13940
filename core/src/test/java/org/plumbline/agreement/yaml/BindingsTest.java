package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Finding;
import org.plumbline.records.yaml.BindingYaml;
import org.plumbline.records.yaml.ReadBinding;

/**
 * Bindings of records and files of calendars: schema and reader pass the right ones and refuse the
 * wrong ones, each with the code that is meant; whatever a file says, reading it ends in findings.
 */
class BindingsTest {

  private static final long SEED = Long.getLong("plumbline.fuzz.seed", 20_261_122L);
  private static final int COUNT = Integer.getInteger("plumbline.fuzz.count", 10_000) / 2;

  private static final Agreement DESK =
      AgreementYaml.read(
              "desk.yaml",
              """
              plumbline: 1
              agreement: desk
              title: Desk
              zone: UTC
              parties: {customer: {name: C}, provider: {name: P}}
              performance-period: {from: 2025-01-01, until: 2025-12-31}
              metrics: {}
              records:
                tickets:
                  case: [site, number]
                  moments:
                    opened: minute
                    resolution: minute
                    reopened: minute
                    resolved: {last: resolution}
                  fields: {prio: number, kind: text}
                  turns:
                    - {hold: held, whose: customer}
                    - {hold: parked, whose: provider}
                    - {hold: waiting, whose: customer}
                invoices: {case: [number], moments: {received: date, paid: date}}
              """)
          .asFarAsRead()
          .orElseThrow();

  private static final String RIGHT =
      """
      plumbline: 1
      binds: desk
      sets:
        tickets:
          files: ["log-*.csv", more.jsonl]
          format: csv
          separator: ";"
          encoding: utf-8
          decimal: ","
          header: 4
          ignore: {TICKET_NO: ["Total", "Exported on*"]}
          times: [d/M/yyyy HH:mm, "yyyy-MM-dd'T'HH:mm"]
          dates: MM/dd/yyyy
          zone: Europe/Berlin
          twice: later
          never: earlier
          skew: 5 minutes
          unknown: ["", n/a, 0]
          columns: {site: SITE, number: NO, opened: OPEN_TS, prio: PRIO}
          values: {kind: {INC: incident, REQ: request}}
          events: {at: UPDATED, order: UPDATE_NO, state: STATE}
          moments:
            resolution: {state: [Resolved]}
            reopened: {rises: REOPENS}
          holds:
            held: {state: Held}
            parked: {files: holds.csv, columns: {from: F, until: U, site: S, number: N}}
            waiting: {from: W_FROM, until: W_UNTIL}
        invoices:
          format: xlsx
          sheet: Export
          separator: tab
      """;

  private static final String CALENDARS =
      """
      plumbline: 1
      zone: America/New_York
      calendar: desk
      calendars:
        desk:
          hours: {mon-thu: ["08:00-12:00", "13:00-17:00"], fri: ["08:00-15:00"]}
          holidays: [us-federal, {days: [2025-12-24]}, {ical: holidays.ics}, {country: DE-BY}]
          breaks: [{from: "10:00", until: "10:15"}]
          closed: [{from: 2025-08-01, until: 2025-08-05}]
        night: {zone: UTC, hours: {mon-sun: ["22:00-06:00"]}, day-ends: close}
      """;

  @Test
  void aRightBindingPassesTheSchemaAndTheReader() {
    assertThat(SchemaTest.refusesBinding(RIGHT)).isFalse();
    assertThat(read(RIGHT).findings()).isEmpty();
    assertThat(read(RIGHT).binding()).isPresent();
  }

  /** What is replaced, by what; the codes that the reader tells; whether a schema can see it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plumbline: 1          | plumbline: 2           | PL205       | schema",
        "binds: desk           | binds: Desk            | PL201       | schema",
        "binds: desk           | binds: other           | PL504       | reader",
        "binds: desk           | bind: desk             | PL102 PL108 | schema",
        "sets:                 | set:                   | PL102       | schema",
        "invoices:             | invoice:               | PL504       | reader",
        "[\"log-*.csv\", more.jsonl] | {a: b}           | PL109       | schema",
        "format: csv           | format: pdf            | PL208       | schema",
        "separator: \";\"      | separator: ab          | PL208       | schema",
        "encoding: utf-8       | encoding: klingon      | PL208       | schema",
        "decimal: \",\"        | decimal: \";\"         | PL208       | schema",
        "header: 4             | header: 0              | PL205       | schema",
        "header: 4             | header: four           | PL205       | schema",
        "header: 4             | header: 2000000        | PL205       | schema",
        "{TICKET_NO: [\"Total\", \"Exported on*\"]} | Total | PL109   | schema",
        "[d/M/yyyy HH:mm,      | [d/M/yyyy,             | PL206       | reader",
        "dates: MM/dd/yyyy     | dates: MM/dd/yyyy H:mm | PL206       | reader",
        "dates: MM/dd/yyyy     | dates: qqq             | PL206       | reader",
        "zone: Europe/Berlin   | zone: Mars/Olympus     | PL209       | reader",
        "zone: Europe/Berlin   | zone: \"+02:00\"       | PL209       | schema",
        "twice: later          | twice: never           | PL208       | schema",
        "never: earlier        | never: 1               | PL208       | schema",
        "skew: 5 minutes       | skew: 5 days           | PL202       | schema",
        "skew: 5 minutes       | skew: 5                | PL202       | schema",
        "unknown: [\"\", n/a, 0] | unknown: {a: b}      | PL109       | schema",
        "{site: SITE,          | {sites: SITE,          | PL504       | reader",
        "prio: PRIO            | prio: [PRIO]           | PL109       | schema",
        "values: {kind:        | values: {knid:         | PL504       | reader",
        "{INC: incident, REQ: request} | INC            | PL109       | schema",
        "{at: UPDATED,         | {                      | PL108       | schema",
        "state: STATE}         | stat: STATE}           | PL102 PL504 PL504 | schema",
        "{state: [Resolved]}   | {}                     | PL111       | schema",
        "{rises: REOPENS}      | {rises: X, state: [Y]} | PL111       | schema",
        "resolution: {state    | resolved: {state       | PL504       | reader",
        "held: {state          | hold: {state           | PL504       | reader",
        "{files: holds.csv, columns: {from: F, until: U, site: S, number: N}} | {files: holds.csv} | PL108 | schema",
        "columns: {from: F,    | columns: {             | PL108       | schema",
        "{from: W_FROM, until: W_UNTIL} | {from: W_FROM} | PL108      | schema",
        "site: S,              | sight: S,              | PL102       | reader",
        "sheet: Export         | sheet: [a]             | PL109       | schema",
      })
  void aWrongBindingIsToldByItsCode(String right, String wrong, String codes, String by) {
    assertThat(RIGHT).contains(right);
    int at = RIGHT.indexOf(right);
    String text = RIGHT.substring(0, at) + wrong + RIGHT.substring(at + right.length());
    ReadBinding read = read(text);
    assertThat(read.findings().stream().map(finding -> finding.code().id()))
        .as(String.join("\n", read.findings().stream().map(Finding::toLine).toList()))
        .containsExactlyInAnyOrder(codes.strip().split(" +"));
    assertThat(read.findings()).allSatisfy(finding -> assertThat(finding.right()).isNotBlank());
    assertThat(read.binding()).isEmpty();
    assertThat(SchemaTest.refusesBinding(text)).as(text).isEqualTo(by.equals("schema"));
  }

  @Test
  void noBindingEndsInAnException() {
    System.out.println("seed " + SEED + ", " + COUNT + " bindings");
    SplittableRandom random = new SplittableRandom(SEED);
    int told = 0;
    int read = 0;
    for (int i = 0; i < COUNT; i++) {
      byte[] bytes = mutated(RIGHT, random.split());
      ReadBinding binding =
          withoutException(i, bytes, () -> BindingYaml.read("b.yaml", bytes, DESK));
      assertThat(binding.binding().isPresent() || !binding.findings().isEmpty()).isTrue();
      told += binding.findings().isEmpty() ? 0 : 1;
      read += binding.binding().isPresent() ? 1 : 0;
    }
    assertThat(told).isGreaterThan(COUNT / 2);
    assertThat(read).isGreaterThan(COUNT / 100);
  }

  @Test
  void noFileOfCalendarsEndsInAnException() {
    System.out.println("seed " + (SEED + 1) + ", " + COUNT + " files of calendars");
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int told = 0;
    int read = 0;
    for (int i = 0; i < COUNT; i++) {
      byte[] bytes = mutated(CALENDARS, random.split());
      ReadCalendars calendars =
          withoutException(i, bytes, () -> CalendarFileYaml.read("c.yaml", bytes, Fixtures.FOLDER));
      told += calendars.findings().isEmpty() ? 0 : 1;
      read += calendars.calendars().isEmpty() ? 0 : 1;
      calendars.findings().forEach(finding -> assertThat(finding.toLine()).doesNotContain("\n"));
    }
    assertThat(told).isGreaterThan(COUNT / 2);
    assertThat(read).isGreaterThan(COUNT / 100);
  }

  private static <T> T withoutException(
      int number, byte[] bytes, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RuntimeException | StackOverflowError e) {
      return fail("seed " + SEED + ", mutation " + number + ":\n" + new String(bytes, UTF_8), e);
    }
  }

  private static byte[] mutated(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !lines.isEmpty(); i++) {
      ReaderFuzzTest.change(lines, random);
    }
    byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
    if (random.nextInt(4) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(50) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static ReadBinding read(String text) {
    return BindingYaml.read("records.yaml", text.getBytes(UTF_8), DESK);
  }
}
