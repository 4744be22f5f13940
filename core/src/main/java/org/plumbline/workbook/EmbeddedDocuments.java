package org.plumbline.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Word documents that are embedded in a slide, and the pictures by which the slide shows them. Each
 * was held to the same limits and refusals as a document of its own ({@link EmbeddedFiles}).
 */
final class EmbeddedDocuments {

  private static final int MOST_BYTES = 16 << 20;
  private static final String TEXT = "word/document.xml";
  private static final Pattern FRAME =
      Pattern.compile("<p:graphicFrame>.*?</p:graphicFrame>", Pattern.DOTALL);
  private static final Pattern OBJECT =
      Pattern.compile("<p:oleObj [^>]*?r:id=\"([^\"]+)\"[^>]*?progId=\"Word\\.Document");
  private static final Pattern PICTURE = Pattern.compile("<a:blip r:embed=\"([^\"]+)\"");
  private static final Pattern SIZE =
      Pattern.compile("<p:xfrm>.*?<a:ext cx=\"(\\d+)\" cy=\"(\\d+)\"/>", Pattern.DOTALL);

  private EmbeddedDocuments() {}

  /**
   * One of them.
   *
   * @param document the part of the document
   * @param picture the part of its picture
   */
  record Embedded(String document, Optional<String> picture, long width, long height) {}

  /** Those of a slide, in its order. */
  static List<Embedded> of(OfficePackage file, String slide) throws IOException, RefusedWorkbook {
    String text = text(file, slide);
    String name = slide.substring(slide.lastIndexOf('/') + 1);
    String relations = text(file, "ppt/slides/_rels/" + name + ".rels");
    return FRAME
        .matcher(text)
        .results()
        .map(frame -> frame.group())
        .flatMap(frame -> embedded(frame, relations).stream())
        .filter(embedded -> file.has(embedded.document()))
        .toList();
  }

  private static Optional<Embedded> embedded(String frame, String relations) {
    Matcher object = OBJECT.matcher(frame);
    Matcher size = SIZE.matcher(frame);
    if (!object.find() || !size.find()) {
      return Optional.empty();
    }
    Matcher picture = PICTURE.matcher(frame);
    return target(relations, object.group(1))
        .filter(part -> part.endsWith(".docx"))
        .map(
            part ->
                new Embedded(
                    part,
                    picture.find() ? target(relations, picture.group(1)) : Optional.empty(),
                    Long.parseLong(size.group(1)),
                    Long.parseLong(size.group(2))));
  }

  /** The part that a relation of a slide names. */
  private static Optional<String> target(String relations, String id) {
    return Pattern.compile("<Relationship [^>]*>")
        .matcher(relations)
        .results()
        .map(relation -> relation.group())
        .filter(relation -> relation.contains("Id=\"" + id + "\""))
        .map(relation -> relation.replaceAll("(?s).*Target=\"([^\"]*)\".*", "$1"))
        .filter(target -> target.startsWith("../"))
        .map(target -> "ppt/" + target.substring(3))
        .findFirst();
  }

  private static String text(OfficePackage file, String part) throws IOException, RefusedWorkbook {
    return new String(file.text(part, MOST_BYTES).orElse(new byte[0]), UTF_8);
  }

  /** What is done with a document that stands in a file of its own for a while. */
  interface Use<T> {
    T with(Path document) throws IOException, RefusedWorkbook;
  }

  static <T> T opened(OfficePackage file, Embedded embedded, Use<T> use)
      throws IOException, RefusedWorkbook {
    Path document = Files.createTempFile("embedded-", ".docx");
    try {
      Files.write(document, file.text(embedded.document(), MOST_BYTES).orElseThrow());
      return use.with(document);
    } finally {
      Files.deleteIfExists(document);
    }
  }

  /**
   * The parts of a presentation that change when a document is answered: it, and its picture.
   *
   * @param told what was filled is added to it
   */
  static Map<String, byte[]> filled(
      OfficePackage file, Embedded embedded, SlideAnswers.Embedded answers, List<String> told)
      throws IOException, RefusedWorkbook {
    return opened(
        file,
        embedded,
        document -> {
          Map<String, byte[]> parts = new LinkedHashMap<>();
          WordFile.read(document); // Fields that fetch are refused where a text is read.
          Path to = Files.createTempFile("filled-", ".docx");
          try (OfficePackage opened =
              OfficePackage.open(document, WorkbookLimits.FORM, OfficePackage.Kind.DOCUMENT)) {
            opened.refuseWhatActs();
            String before = text(opened, TEXT);
            String after = FilledRows.named(before, answers.rows(), told);
            if (!after.equals(before)) {
              FilledWorkbook.copy(opened, to, Map.of(TEXT, after));
              parts.put(embedded.document(), Files.readAllBytes(to));
              picture(embedded, to, answers, told)
                  .ifPresent(p -> parts.put(p.getKey(), p.getValue()));
            }
            return parts;
          } finally {
            Files.deleteIfExists(to);
          }
        });
  }

  private static Optional<Map.Entry<String, byte[]>> picture(
      Embedded embedded, Path filled, SlideAnswers.Embedded answers, List<String> told)
      throws IOException, RefusedWorkbook {
    List<List<String>> rows =
        WordFile.read(filled).stream()
            .filter(WordBlock.Table.class::isInstance)
            .map(block -> ((WordBlock.Table) block).rows())
            .filter(table -> !table.isEmpty() && answers.rows().knows(table.get(0)))
            .findFirst()
            .orElse(List.of());
    Optional<Map.Entry<String, byte[]>> drawn =
        embedded
            .picture()
            .flatMap(
                part ->
                    answers
                        .picture()
                        .of(
                            rows,
                            embedded.width(),
                            embedded.height(),
                            part.substring(part.lastIndexOf('.') + 1))
                        .map(bytes -> Map.entry(part, bytes)));
    if (drawn.isEmpty()) {
      told.add("not drawn: the picture of the table; a double click on it draws it again");
    }
    return drawn;
  }
}
