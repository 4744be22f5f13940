package org.plumbline.report.office;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Words in drawings, drawn from the font that comes along: the machine's fonts are not asked. */
final class Glyphs {

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double scale;

  Glyphs() {
    try (InputStream file = PdfDocument.face("Regular")) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      characters = font.getUnicodeCmapLookup();
      scale = 1.0 / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the font of drawings", e);
    }
  }

  /** How wide a text is. */
  double width(String text, double size) {
    return text.codePoints().mapToDouble(point -> advance(point) * scale * size).sum();
  }

  /**
   * Draws a text.
   *
   * @param anchor 0 if x is where it begins, 0.5 its middle, 1 its end
   */
  void draw(Graphics2D on, String text, double x, double y, double size, double anchor) {
    double at = x - anchor * width(text, size);
    for (int point : text.codePoints().toArray()) {
      AffineTransform place = AffineTransform.getTranslateInstance(at, y);
      place.scale(scale * size, -scale * size);
      on.fill(place.createTransformedShape(outline(point)));
      at += advance(point) * scale * size;
    }
  }

  private java.awt.geom.GeneralPath outline(int point) {
    try {
      var glyph = font.getGlyph().getGlyph(characters.getGlyphId(point));
      return glyph == null ? new java.awt.geom.GeneralPath() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the font of drawings", e);
    }
  }

  private int advance(int point) {
    try {
      return font.getAdvanceWidth(characters.getGlyphId(point));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the font of drawings", e);
    }
  }
}
