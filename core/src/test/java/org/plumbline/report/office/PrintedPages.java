package org.plumbline.report.office;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What somebody would see on printed pages and send back: text beyond the paper, words printed on
 * other words, ink in the margin, pages that are empty.
 */
public final class PrintedPages {

  /** How much of a letter another one may cover: letters touch, and a bold one is printed twice. */
  private static final double COVERED = 0.35;

  private static final float DOTS = 36;

  /** The margin of paper in which nothing stands, in 36ths of an inch. */
  public static final int PAPER = 6;

  /** That of a slide. */
  public static final int SLIDE = 2;

  private static final int INK = 0xd0;

  /** The letters of a marking and the number of a page, and some more. */
  private static final int FEWEST = 20;

  private PrintedPages() {}

  /**
   * What is wrong, with the page and the text beside it.
   *
   * @param margin in which nothing stands, in 36ths of an inch
   */
  public static List<String> faults(PDDocument pdf, int margin) throws IOException {
    List<String> faults = new ArrayList<>();
    PDFRenderer renderer = new PDFRenderer(pdf);
    for (int page = 0; page < pdf.getNumberOfPages(); page++) {
      Letters letters = new Letters();
      letters.setStartPage(page + 1);
      letters.setEndPage(page + 1);
      letters.getText(pdf);
      var paper = pdf.getPage(page).getCropBox();
      if (letters.boxes.size() < FEWEST) {
        faults.add(at(page, "hardly anything on it"));
      }
      for (int i = 0; i < letters.boxes.size(); i++) {
        Rectangle2D box = letters.boxes.get(i);
        if (box.getMinX() < 0
            || box.getMinY() < 0
            || box.getMaxX() > paper.getWidth()
            || box.getMaxY() > paper.getHeight()) {
          faults.add(at(page, "beyond the paper: " + letters.around(i)));
        }
        for (int j = i + 1; j < letters.boxes.size(); j++) {
          if (isCovered(box, letters.boxes.get(j))
              && !letters.texts.get(i).equals(letters.texts.get(j))) {
            faults.add(
                at(page, "on one another: " + letters.around(i) + " | " + letters.around(j)));
          }
        }
      }
      BufferedImage image = renderer.renderImageWithDPI(page, DOTS, ImageType.GRAY);
      if (!isBlank(image, margin)) {
        faults.add(at(page, "ink in the margin"));
      }
    }
    return faults.stream().distinct().limit(20).toList();
  }

  private static String at(int page, String fault) {
    return String.format(Locale.ROOT, "page %d: %s", page + 1, fault);
  }

  private static boolean isCovered(Rectangle2D one, Rectangle2D other) {
    if (!one.intersects(other)) {
      return false;
    }
    Rectangle2D both = one.createIntersection(other);
    double least = Math.min(one.getWidth() * one.getHeight(), other.getWidth() * other.getHeight());
    return both.getWidth() * both.getHeight() > COVERED * least;
  }

  private static boolean isBlank(BufferedImage page, int wide) {
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        boolean margin =
            x < wide || y < wide || x >= page.getWidth() - wide || y >= page.getHeight() - wide;
        if (margin && (page.getRGB(x, y) & 0xff) < INK) {
          return false;
        }
      }
    }
    return true;
  }

  /** The letters of a page and where they stand. */
  private static final class Letters extends PDFTextStripper {
    private final List<Rectangle2D> boxes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    @Override
    protected void processTextPosition(TextPosition letter) {
      super.processTextPosition(letter);
      if (!letter.getUnicode().isBlank()) {
        boxes.add(
            new Rectangle2D.Double(
                letter.getXDirAdj(),
                letter.getYDirAdj() - letter.getHeightDir(),
                letter.getWidthDirAdj(),
                letter.getHeightDir()));
        texts.add(letter.getUnicode());
      }
    }

    String around(int letter) {
      return String.join(
          "", texts.subList(Math.max(0, letter - 8), Math.min(texts.size(), letter + 8)));
    }
  }
}
