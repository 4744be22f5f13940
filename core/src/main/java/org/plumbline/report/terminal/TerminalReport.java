package org.plumbline.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.PlainText;
import org.plumbline.report.Tone;

/**
 * A document as text for a terminal: aligned, within the width, with color only where the style
 * allows. Hostile text can neither move the cursor nor color a line.
 */
public final class TerminalReport {

  private final TerminalStyle style;
  private final Paint paint;
  private final TerminalBars bars;
  private final List<String> lines = new ArrayList<>();

  private TerminalReport(TerminalStyle style) {
    this.style = style;
    this.paint = new Paint(style);
    this.bars = new TerminalBars(style, paint);
  }

  /** The text, lines ending with a newline. */
  public static String render(Document document, TerminalStyle style) {
    TerminalReport report = new TerminalReport(style);
    report.document(document);
    return String.join("\n", report.lines) + "\n";
  }

  private void document(Document document) {
    marking(document.marking());
    wrapped(document.title()).forEach(line -> lines.add(paint.bold(line)));
    lines.addAll(wrapped(document.subtitle()));
    lines.add("");
    facts(document.facts());
    for (Document.Section section : document.sections()) {
      section(section);
    }
    if (document.marking().isPresent()) {
      lines.add("");
    }
    marking(document.marking());
  }

  private void marking(Optional<String> marking) {
    marking
        .map(PlainText::clean)
        .ifPresent(
            text ->
                lines.add(
                    " ".repeat(Math.max(0, (style.width() - TextWidth.of(text)) / 2))
                        + paint.bold(text)));
  }

  private void facts(List<Document.Fact> facts) {
    int name = facts.stream().mapToInt(fact -> TextWidth.of(fact.name())).max().orElse(0) + 2;
    for (Document.Fact fact : facts) {
      List<String> value = TextWidth.wrap(clean(fact.value()), style.width() - name);
      for (int i = 0; i < value.size(); i++) {
        String label = i == 0 ? fact.name() : "";
        lines.add(
            paint.dim(TextWidth.padded(label, TextWidth.of(label), name, false)) + value.get(i));
      }
    }
  }

  private void section(Document.Section section) {
    List<Block> shown = section.blocks().stream().filter(TerminalReport::isShown).toList();
    if (shown.isEmpty() && !section.blocks().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("");
    lines.add(paint.bold(clean(section.title())));
    lines.add(paint.rule(style.width()));
    if (!section.lead().isEmpty()) {
      wrapped(section.lead()).forEach(line -> lines.add(paint.dim(line)));
    }
    boolean captions = shown.stream().filter(Block.Table.class::isInstance).count() > 1;
    for (Block block : shown) {
      lines.add("");
      if (captions && block instanceof Block.Table table) {
        wrapped(table.caption()).forEach(line -> lines.add(paint.bold(line)));
      }
      block(block);
    }
  }

  private static boolean isShown(Block block) {
    return !(block instanceof Block.TrendChart)
        && !(block instanceof Block.Folded)
        && !(block instanceof Block.PageBreak);
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      lines.addAll(wrapped(paragraph.text()));
    } else if (block instanceof Block.Heading heading) {
      wrapped(heading.text()).forEach(line -> lines.add(paint.bold(line)));
    } else if (block instanceof Block.Signatures signatures) {
      lines.addAll(TerminalTable.lines(signatures.table(), style, paint));
    } else if (block instanceof Block.KeyFigures figures) {
      keyFigures(figures);
    } else if (block instanceof Block.Listing listing) {
      listing(listing);
    } else if (block instanceof Block.Table table) {
      lines.addAll(TerminalTable.lines(table, style, paint));
    } else if (block instanceof Block.ShareBars shares) {
      wrapped(shares.title()).forEach(line -> lines.add(paint.bold(line)));
      lines.addAll(bars.shares(shares));
    } else if (block instanceof Block.Timeline timeline) {
      lines.addAll(bars.timeline(timeline));
    }
  }

  private void keyFigures(Block.KeyFigures figures) {
    int width =
        figures.figures().stream().mapToInt(figure -> TextWidth.of(figure.value())).max().orElse(0);
    for (Block.KeyFigures.KeyFigure figure : figures.figures()) {
      String value = TextWidth.padded(figure.value(), TextWidth.of(figure.value()), width, true);
      lines.add(
          paint.tone(figure.tone(), paint.mark(figure.tone()) + " " + value)
              + "  "
              + clean(figure.label()));
    }
  }

  private void listing(Block.Listing listing) {
    boolean first = true;
    String last = "";
    for (Block.Listing.Item item : listing.items()) {
      if (!first && !item.name().isEmpty() && listing.folded()) {
        lines.add("");
      }
      first = false;
      String mark = paint.mark(item.tone());
      String prefix = mark.isEmpty() ? "  " : mark + " ";
      boolean named = !item.name().isEmpty() && !item.name().equals(last);
      last = item.name();
      if (named) {
        List<String> name = TextWidth.wrap(clean(item.name()), style.width() - 2);
        for (int i = 0; i < name.size(); i++) {
          String lead = i == 0 ? tone(item.tone(), prefix) : "  ";
          lines.add(lead + paint.bold(name.get(i)));
        }
      }
      indented(item.text(), named ? "  " : tone(item.tone(), prefix));
      if (!listing.folded()) {
        item.details().forEach(detail -> indented(detail, "  "));
      }
    }
  }

  private String tone(Tone tone, String text) {
    return paint.tone(tone, text);
  }

  private void indented(String text, String lead) {
    List<String> wrapped = TextWidth.wrap(clean(text), style.width() - 2);
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? lead : "  ") + wrapped.get(i));
    }
  }

  private List<String> wrapped(String text) {
    return TextWidth.wrap(clean(text), style.width());
  }

  private String clean(String text) {
    return paint.text(PlainText.clean(text));
  }
}
