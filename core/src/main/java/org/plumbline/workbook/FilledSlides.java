package org.plumbline.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Slides written again with free rows of their tables filled in, and blanks of their lines. A row
 * is free that is empty, or that only says what is to be written there. Word documents embedded in
 * slides are filled in too, and the pictures that show them drawn again; a slide that says what the
 * answers are of comes last. Every other part goes over byte for byte.
 */
public final class FilledSlides {

  private static final int MOST_BYTES = 16 << 20;
  private static final Pattern SLIDE = Pattern.compile("ppt/slides/slide\\d+\\.xml");
  private static final Pattern PARAGRAPH =
      Pattern.compile("<a:p>(?:(?!<a:p>)(?!</a:p>).)*+</a:p>", Pattern.DOTALL);

  private FilledSlides() {}

  /**
   * Writes the copy.
   *
   * @return what was filled and what had no room, in sentences
   * @throws RefusedWorkbook if the file holds no slides, is damaged, is far too large, or acts
   */
  public static List<String> fill(Path from, Path to, SlideAnswers answers)
      throws IOException, RefusedWorkbook {
    try (OfficePackage file =
        OfficePackage.open(from, WorkbookLimits.FORM, OfficePackage.Kind.SLIDES)) {
      file.refuseWhatActs();
      Map<String, byte[]> changed = new LinkedHashMap<>();
      List<String> told = new ArrayList<>();
      List<String> slides = slides(file);
      for (String slide : slides) {
        String before = text(file, slide);
        String after = blanks(SlideTables.fill(before, answers.tables(), told), answers, told);
        if (!after.equals(before)) {
          changed.put(slide, after.getBytes(StandardCharsets.UTF_8));
        }
        if (answers.embedded().isPresent()) {
          for (EmbeddedDocuments.Embedded embedded : EmbeddedDocuments.of(file, slide)) {
            changed.putAll(
                EmbeddedDocuments.filled(file, embedded, answers.embedded().get(), told));
          }
        }
      }
      if (!changed.isEmpty() && answers.about().isPresent()) {
        String last = slides.get(slides.size() - 1);
        int number = Integer.parseInt(last.replaceAll("\\D", "")) + 1;
        changed.putAll(AddedSlide.parts(file, number, answers.about().get()));
      }
      FilledWorkbook.copyBytes(file, to, changed);
      return told;
    } catch (Workbook.TooLarge e) {
      throw new RefusedWorkbook(
          "the presentation " + e.getMessage(), "Take large slides out of it");
    }
  }

  /** The parts of the slides, in order of their numbers. */
  static List<String> slides(OfficePackage file) throws RefusedWorkbook {
    List<String> slides =
        file.parts().stream()
            .map(part -> part.getName())
            .filter(name -> SLIDE.matcher(name).matches())
            .sorted(java.util.Comparator.comparing(String::length).thenComparing(name -> name))
            .toList();
    if (slides.isEmpty()) {
      throw new RefusedWorkbook("the file has no slides", "Give a .pptx file");
    }
    return slides;
  }

  static String text(OfficePackage file, String slide) throws IOException, RefusedWorkbook {
    return new String(
        file.text(slide, MOST_BYTES).orElseThrow(IllegalStateException::new),
        StandardCharsets.UTF_8);
  }

  private static String blanks(String slide, SlideAnswers answers, List<String> told) {
    String text = slide;
    for (Map.Entry<String, String> blank : answers.blanks().entrySet()) {
      Pattern wanted = Pattern.compile(Pattern.quote(XmlText.of(blank.getKey())));
      String before = text;
      text =
          PARAGRAPH
              .matcher(text)
              .replaceAll(
                  each ->
                      java.util.regex.Matcher.quoteReplacement(
                          RunText.SLIDE.replace(
                              each.group(), wanted, match -> Optional.of(blank.getValue()))));
      String line = "filled in: " + blank.getValue();
      if (!text.equals(before) && !told.contains(line)) {
        told.add(line);
      }
    }
    return text;
  }
}
