package org.plumbline.records;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, or meant to do harm: each gets a plain word, none a stack trace. */
class HostileFilesTest {

  @TempDir Path temporary;
  private RecordsFolder folder;

  @BeforeEach
  void open() {
    folder =
        RecordsFolder.of(
            temporary,
            "UTC",
            """
            tickets:
              case: [id]
              moments: {opened: minute}
              fields: {note: text, priority: number}
            """);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  private ListAssert<String> told(String file, byte[] bytes) {
    return told(file, bytes, "zone: UTC");
  }

  private ListAssert<String> told(String file, byte[] bytes, String more) {
    folder.bound("tickets:\n  files: [\"" + file + "\"]\n" + more.indent(2)).bytes(file, bytes);
    return assertThat(RecordsFolder.lines(folder.load()));
  }

  private static byte[] utf8(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
    byte[] line = new byte[40 << 20];
    Arrays.fill(line, (byte) 'a');
    System.arraycopy(utf8("id,opened,note,priority"), 0, line, 0, 24);
    told("t.csv", line).anyMatch(each -> each.contains("longer than 1048576 bytes"));
    Arrays.fill(line, 24, line.length, (byte) ',');
    told("t.csv", line).anyMatch(each -> each.contains("longer than 1048576 bytes"));
    line[24] = '"';
    told("t.csv", line).anyMatch(each -> each.contains("longer than 1048576 bytes"));
    told("t.jsonl", line).anyMatch(each -> each.contains("longer than 1048576 bytes"));
  }

  @Test
  void otherEncodingsAreReadWhereTheyAreNamedOrMarkedAndToldWhereNot() {
    byte[] latin = "id,opened,note,priority\nä,,ö,\n".getBytes(ISO_8859_1);
    told("t.csv", latin).anyMatch(each -> each.contains("t.csv:2") && each.contains("not UTF-8"));
    told("t.csv", latin, "encoding: iso-8859-1").isEmpty();
    assertThat(folder.rows("tickets.cases", "case_key, \"f:note\"")).containsExactly("ä|ö");
    String text = "id,opened,note,priority\nä,,😀,1\n";
    fresh();
    told("t.csv", ("\uFEFF" + text).getBytes(UTF_16LE)).isEmpty();
    fresh();
    told("t.csv", ("\uFEFF" + text).getBytes(UTF_16BE)).isEmpty();
    fresh();
    told("t.csv", text.getBytes(UTF_16LE)).anyMatch(each -> each.contains("a zero byte"));
    told("t.csv", text.getBytes(UTF_16LE), "encoding: utf-16le").isEmpty();
    assertThat(folder.rows("tickets.cases", "\"f:note\"")).containsExactly("😀");
    fresh();
    told("t.csv", ("\uFEFF" + text).getBytes(UTF_8)).isEmpty();
  }

  private void fresh() {
    folder.close();
    open();
  }

  @Test
  void brokenTextFilesAreToldWithTheirRow() {
    told("t.csv", utf8("id,opened,note,priority", "a,,\"b,1", "c,,,"))
        .anyMatch(each -> each.startsWith("t.csv:2") && each.contains("never closed"));
    told("t.csv", utf8("id,opened,note,priority", "a,,b\u0000c,1"))
        .anyMatch(each -> each.startsWith("t.csv:2") && each.contains("a zero byte"));
    told("t.csv", utf8("id,opened,note,priority", "a,,\u001b[31mred,1"))
        .anyMatch(each -> each.startsWith("t.csv:2") && each.contains("control character"));
    told("t.csv", utf8("id,opened,note,priority", "a,,\"x\" y,1"))
        .anyMatch(each -> each.contains("text stands after a closing quote"));
    told("t.csv", new byte[0]).anyMatch(each -> each.contains("the file is empty"));
    told("t.csv", utf8("", "", "")).anyMatch(each -> each.contains("the file is empty"));
    told("t.csv", utf8("id,opened,note")).anyMatch(each -> each.contains("no column \"priority\""));
    told("t.csv", utf8("id,opened,note,priority,note"))
        .anyMatch(each -> each.contains("say \"note (1)\" or \"note (2)\""));
    told("t.csv", utf8("id,opened,note,priority")).anyMatch(each -> each.contains("no rows"));
  }

  @Test
  void aColumnThatStandsTwiceIsNamedByItsPlace() {
    told(
            "t.csv",
            utf8("id,opened,category,category,priority", "a,,x,y,1"),
            "columns: {note: category (2)}")
        .isEmpty();
    assertThat(folder.rows("tickets.cases", "\"f:note\"")).containsExactly("y");
  }

  @Test
  void packedFilesThatAreNoneOrCutOrGrowWithoutEndAreRefused() {
    byte[] good = gzip(utf8("id,opened,note,priority", "a,,b,1"));
    told("t.csv.gz", utf8("id,opened,note,priority"))
        .anyMatch(each -> each.contains("not packed with gzip"));
    told("t.csv.gz", Arrays.copyOf(good, good.length - 9))
        .anyMatch(each -> each.contains("ends too early"));
    byte[] damaged = good.clone();
    damaged[good.length - 6] ^= 1;
    told("t.csv.gz", damaged).anyMatch(each -> each.contains("damaged"));
    byte[] bomb = new byte[30 << 20];
    Arrays.fill(bomb, (byte) '\n');
    told("t.csv.gz", gzip(bomb)).anyMatch(each -> each.contains("more than 200 times its size"));
    told("t.csv.gz", good).isEmpty();
  }

  @Test
  void jsonThatIsNoRowOfObjectsIsTold() {
    String deep = "{\"id\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    told(
            "t.jsonl",
            utf8(
                "{\"id\":\"a\",\"opened\":null,\"note\":\"x\",\"priority\":1}",
                "[1,2]",
                "{\"id\":\"b\",\"id\":\"c\"}",
                "{\"id\":\"d\",\"note\":{\"x\":1}}",
                "{\"id\":\"e\",\"priority\":1e999999999}",
                "{\"id\":\"f\",\"note\":\"\\u0000\"}",
                "{\"id\":\"g\"} trailing",
                "nonsense",
                deep))
        .anyMatch(each -> each.startsWith("t.jsonl:2") && each.contains("no JSON object"))
        .anyMatch(each -> each.contains("Duplicate"))
        .anyMatch(each -> each.startsWith("t.jsonl:4") && each.contains("a list or an object"))
        .anyMatch(each -> each.contains("1e999999999"))
        .anyMatch(each -> each.contains("a cell holds a control character"))
        .anyMatch(each -> each.contains("depth"));
    told("t.jsonl", utf8("[", "{\"id\":\"a\"}", "]"))
        .anyMatch(each -> each.contains("one JSON list"));
  }

  @Test
  void garbageInParquetAndWorkbooksIsRefused() {
    byte[] garbage = "PAR1 is not enough PAR1".getBytes(UTF_8);
    told("t.parquet", garbage).anyMatch(each -> each.contains("no Parquet file"));
    told("t.parquet", new byte[0]).anyMatch(each -> each.contains("no Parquet file"));
    told("t.xlsx", garbage).anyMatch(each -> each.contains("no workbook"));
    byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0};
    told("t.xlsx", ole).anyMatch(each -> each.contains("protected with a password"));
    told("t.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}).anyMatch(each -> each.contains("damaged"));
    told("t.xyz", garbage).anyMatch(each -> each.contains("says no format"));
  }

  @Test
  void nothingOutsideOfTheFolderIsRead() throws IOException {
    Files.writeString(temporary.resolve("secret.csv"), "id,opened,note,priority\na,,b,1\n");
    Files.createSymbolicLink(folder.folder().resolve("link.csv"), temporary.resolve("secret.csv"));
    for (String name : List.of("../secret.csv", "/etc/passwd", "x/../../secret.csv", "link.csv")) {
      folder.bound("tickets: {files: [\"" + name + "\"]}\n");
      assertThat(RecordsFolder.lines(folder.load()))
          .anyMatch(each -> each.contains("outside of") || each.contains("out of the folder"));
    }
    folder.bound("tickets: {files: [none.csv]}\n");
    assertThat(RecordsFolder.lines(folder.load())).anyMatch(each -> each.contains("no file none"));
  }

  @Test
  void namesAndCellsThatLookLikeSqlOrFormulasStayTexts() {
    String evil = "a'); DROP TABLE \"\"tickets.cases\"\"; --";
    told(
            "t.csv",
            utf8("\"" + evil + "\",opened,note,priority", "\"" + evil + "\",,=1+1,1"),
            "columns: {id: \"" + evil.replace("\"\"", "\\\"") + "\"}\nunknown: [\"'\"]")
        .isEmpty();
    assertThat(folder.rows("tickets.cases", "case_key, \"f:note\""))
        .containsExactly(evil.replace("\"\"", "\"") + "|=1+1");
  }
}
