package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns YAML 1.2 text into a tree with places. Whatever the text is, it never throws: what cannot
 * be read is a finding.
 *
 * <p>The language needs maps, lists and single values only. Anchors, aliases, merge keys, tags and
 * further documents are refused, so that the text says what it means where it stands; that also
 * leaves nothing for a small file to blow up with.
 */
public final class YamlText {

  /** The most characters, and the most bytes, that are read. */
  public static final int MAXIMUM = 4_000_000;

  private YamlText() {}

  /**
   * Decodes UTF-8. A byte order mark at the start is left out.
   *
   * @param file the file as the person named it
   */
  public static Optional<String> decode(String file, byte[] bytes, Findings findings) {
    if (bytes.length > MAXIMUM) {
      findings.add(
          FindingCode.TOO_LARGE,
          Place.of(file),
          "the file has more than " + MAXIMUM + " bytes",
          "name a smaller file; an agreement with 1,000 metrics has a tenth of that");
      return Optional.empty();
    }
    try {
      String text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text);
    } catch (CharacterCodingException e) {
      findings.add(
          FindingCode.NOT_TEXT, Place.of(file), "the file is not UTF-8 text", "save it as UTF-8");
      return Optional.empty();
    }
  }

  /**
   * Reads one document.
   *
   * @param file the file as the person named it; stands in every place
   * @return the tree; empty if there is none, which has then been told
   */
  public static Optional<YamlValue> read(String file, String text, Findings findings) {
    if (text.length() > MAXIMUM) {
      findings.add(
          FindingCode.TOO_LARGE,
          Place.of(file),
          "the file has more than " + MAXIMUM + " characters",
          "name a smaller file; an agreement with 1,000 metrics has a tenth of that");
      return Optional.empty();
    }
    String read = text.startsWith("\uFEFF") ? text.substring(1) : text;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(MAXIMUM + 1)
            .setBufferSize(buffer(read))
            .build();
    try {
      return new YamlTree(file, new Parse(settings).parseString(read).iterator(), findings)
          .document();
    } catch (ReaderException e) {
      findings.add(
          FindingCode.NOT_TEXT,
          placeOf(file, read, e.getPosition()),
          String.format("the character U+%04X is not allowed", e.getCodePoint()),
          "remove it, or save the file as UTF-8 text");
    } catch (MarkedYamlEngineException e) {
      Place place =
          e.getProblemMark()
              .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1, ""))
              .orElse(Place.of(file));
      findings.add(FindingCode.NOT_YAML, place, "this is not YAML: " + e.getProblem(), right(e));
    } catch (YamlEngineException e) {
      findings.add(
          FindingCode.NOT_YAML, Place.of(file), "this is not YAML", "write keys and values");
    }
    return Optional.empty();
  }

  /**
   * How much of a text the parser takes at once. With each piece it copies what is left of the ones
   * before, which is all of a line without an end; so there are never many pieces.
   */
  static int buffer(String text) {
    return Math.max(1024, text.length() / 64);
  }

  private static String right(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("'\\t'") || problem.contains("TAB") || problem.contains("tab")) {
      return "indent with spaces, not with tabs";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "put a text that contains a colon and a space in quotes, or mend the indentation";
    }
    if (problem.contains("alphanumeric") || problem.contains("'@'") || problem.contains("'`'")) {
      return "put a text that starts with a special character in quotes";
    }
    return "look for a missing quote, bracket or colon, or for uneven indentation, here or above";
  }

  private static Place placeOf(String file, String text, int position) {
    int line = 1;
    int column = 1;
    int end = Math.min(Math.max(position, 0), text.codePointCount(0, text.length()));
    for (int at = 0, index = 0; at < end; at++) {
      int point = text.codePointAt(index);
      index += Character.charCount(point);
      column = point == '\n' ? 1 : column + 1;
      line = point == '\n' ? line + 1 : line;
    }
    return new Place(file, line, column, "");
  }
}
