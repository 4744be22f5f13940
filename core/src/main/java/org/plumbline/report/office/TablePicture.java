package org.plumbline.report.office;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A table as a picture, for a slide that shows a document that is embedded in it. */
public final class TablePicture {

  private static final long INCH = 914_400;
  private static final int DOTS = 150;
  private static final double LARGEST = 12;
  private static final double SMALLEST = 3;
  private static final double LEADING = 1.25;
  private static final Glyphs GLYPHS = new Glyphs();

  /** What a metafile begins with: records of MS-EMF, 2.3.4.2 and 2.3.1.7. */
  private static final int HEADER = 88;

  private static final int BITMAP = 80;
  private static final int BITMAP_INFO = 40;
  private static final int END = 20;

  private final List<List<String>> rows;
  private final double width;
  private final double height;

  private TablePicture(List<List<String>> rows, double width, double height) {
    this.rows = rows;
    this.width = width;
    this.height = height;
  }

  /**
   * The picture.
   *
   * @param rows the row of headings first; a cell that says the same as the first of the row above
   *     belongs to it
   * @param wide how wide it is, in 914,400ths of an inch
   * @param high how high it is, in the same
   * @param ending {@code emf} or {@code png}; of others there is none
   */
  public static Optional<byte[]> of(List<List<String>> rows, long wide, long high, String ending) {
    int across = (int) (wide * DOTS / INCH);
    int down = (int) (high * DOTS / INCH);
    boolean known = ending.equals("emf") || ending.equals("png");
    if (!known || rows.isEmpty() || across < 1 || down < 1 || across > 4_000 || down > 4_000) {
      return Optional.empty();
    }
    BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    on.setColor(Color.WHITE);
    on.fillRect(0, 0, across, down);
    on.scale(DOTS / 72.0, DOTS / 72.0);
    new TablePicture(rows, across * 72.0 / DOTS, down * 72.0 / DOTS).draw(on);
    on.dispose();
    return Optional.of(ending.equals("emf") ? metafile(image) : png(image));
  }

  private void draw(Graphics2D on) {
    double size = LARGEST;
    while (size > SMALLEST && heights(size).stream().mapToDouble(each -> each).sum() > height - 1) {
      size -= 0.5;
    }
    List<Double> widths = widths();
    List<Double> heights = heights(size);
    double y = 0.5;
    for (int r = 0; r < rows.size(); r++) {
      double x = 0.5;
      for (int c = 0; c < widths.size(); c++) {
        if (r == 0) {
          on.setColor(new Color(0xD9E2EC));
          on.fill(new Rectangle2D.Double(x, y, widths.get(c), heights.get(r)));
        }
        double line = y + size;
        for (String text : wrapped(cell(r, c), widths.get(c) - size, size)) {
          on.setColor(new Color(0x1B1B1B));
          GLYPHS.draw(on, text, x + size / 2, line + size * 0.1, size, 0);
          line += size * LEADING;
        }
        on.setColor(new Color(0x808890));
        on.setStroke(new java.awt.BasicStroke(0.5f));
        if (!continues(r, c)) {
          on.draw(new Line2D.Double(x, y, x + widths.get(c), y));
        }
        on.draw(new Line2D.Double(x, y, x, y + heights.get(r)));
        x += widths.get(c);
      }
      on.draw(new Line2D.Double(x, y, x, y + heights.get(r)));
      y += heights.get(r);
    }
    on.draw(new Line2D.Double(0.5, y, width - 0.5, y));
  }

  /** Whether the first cell of a row belongs to the one above it. */
  private boolean continues(int row, int column) {
    return column == 0
        && row > 1
        && !text(row, 0).isEmpty()
        && text(row, 0).equals(text(row - 1, 0));
  }

  private String cell(int row, int column) {
    return continues(row, column) ? "" : text(row, column);
  }

  private String text(int row, int column) {
    return column < rows.get(row).size() ? rows.get(row).get(column).strip() : "";
  }

  /** By what stands in the columns; none takes less than a tenth. */
  private List<Double> widths() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    List<Double> wanted = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      int column = c;
      double longest =
          java.util.stream.IntStream.range(0, rows.size())
              .mapToDouble(row -> GLYPHS.width(text(row, column), 1))
              .max()
              .orElse(1);
      wanted.add(Math.max(6, Math.min(24, longest)));
    }
    double all = wanted.stream().mapToDouble(each -> each).sum();
    return wanted.stream().map(each -> each / all * (width - 1)).toList();
  }

  private List<Double> heights(double size) {
    List<Double> widths = widths();
    List<Double> heights = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      int lines = 1;
      for (int c = 0; c < widths.size(); c++) {
        lines = Math.max(lines, wrapped(cell(r, c), widths.get(c) - size, size).size());
      }
      heights.add((lines * LEADING + 0.3) * size);
    }
    return heights;
  }

  private static List<String> wrapped(String text, double room, double size) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && GLYPHS.width(longer, size) > room) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException("drawing a table", e);
    }
    return file.toByteArray();
  }

  /** A metafile of one bitmap (MS-EMF: EMR_HEADER, EMR_STRETCHDIBITS, EMR_EOF). */
  private static byte[] metafile(BufferedImage image) {
    int across = image.getWidth();
    int down = image.getHeight();
    int line = (across * 3 + 3) / 4 * 4;
    int pixels = line * down;
    int record = BITMAP + BITMAP_INFO + pixels;
    ByteBuffer file = ByteBuffer.allocate(HEADER + record + END).order(ByteOrder.LITTLE_ENDIAN);
    int hundredths = 2_540;
    file.putInt(1).putInt(HEADER);
    file.putInt(0).putInt(0).putInt(across - 1).putInt(down - 1);
    file.putInt(0).putInt(0).putInt(across * hundredths / DOTS).putInt(down * hundredths / DOTS);
    file.putInt(0x464D4520).putInt(0x10000).putInt(HEADER + record + END).putInt(3);
    file.putShort((short) 1).putShort((short) 0).putInt(0).putInt(0).putInt(0);
    file.putInt(across).putInt(down);
    file.putInt(across * 254 / (DOTS * 10)).putInt(down * 254 / (DOTS * 10));
    file.position(HEADER);
    file.putInt(81).putInt(record);
    file.putInt(0).putInt(0).putInt(across - 1).putInt(down - 1);
    file.putInt(0).putInt(0).putInt(0).putInt(0).putInt(across).putInt(down);
    file.putInt(BITMAP).putInt(BITMAP_INFO).putInt(BITMAP + BITMAP_INFO).putInt(pixels);
    file.putInt(0).putInt(0x00CC0020).putInt(across).putInt(down);
    file.putInt(BITMAP_INFO).putInt(across).putInt(down);
    file.putShort((short) 1).putShort((short) 24).putInt(0).putInt(pixels);
    file.putInt(0).putInt(0).putInt(0).putInt(0);
    int begin = file.position();
    for (int y = 0; y < down; y++) {
      file.position(begin + (down - 1 - y) * line);
      for (int x = 0; x < across; x++) {
        int color = image.getRGB(x, y);
        file.put((byte) color).put((byte) (color >> 8)).put((byte) (color >> 16));
      }
    }
    file.position(HEADER + record);
    file.putInt(14).putInt(END).putInt(0).putInt(END - 4).putInt(END);
    return file.array();
  }
}
