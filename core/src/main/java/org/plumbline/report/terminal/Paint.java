package org.plumbline.report.terminal;

import org.plumbline.report.Tone;

/** Colors and marks, or their absence. */
final class Paint {

  private static final String RESET = "\u001b[0m";
  private static final String[] PARTY_COLORS = {
    "33", "34", "36", "35", "32", "94", "95", "96", "90", "31"
  };
  private static final String PARTY_BLOCKS = "▓█▒▚▞▤▥▦░·";
  private static final String PARTY_LETTERS = "CPTUVWXYn?";

  private final TerminalStyle style;

  Paint(TerminalStyle style) {
    this.style = style;
  }

  String bold(String text) {
    return in("1", text);
  }

  String dim(String text) {
    return in("2", text);
  }

  String tone(Tone tone, String text) {
    return switch (tone) {
      case GOOD -> in("32", text);
      case FAIR -> in("33", text);
      case BAD -> in("31", text);
      case OPEN -> in("36", text);
      case UNKNOWN -> in("35", text);
      case QUIET -> dim(text);
      case PLAIN -> text;
    };
  }

  /** The mark of a tone; empty for plain text. */
  String mark(Tone tone) {
    return style.unicode() ? tone.mark() : tone.asciiMark();
  }

  /** A stretch of a bar that belongs to a party. */
  String party(int party, int length) {
    return in(PARTY_COLORS[party % PARTY_COLORS.length], partyGlyph(party).repeat(length));
  }

  /** The glyph of a party in bars. */
  String partyGlyph(int party) {
    String glyphs = style.unicode() ? PARTY_BLOCKS : PARTY_LETTERS;
    return glyphs.substring(party % glyphs.length(), party % glyphs.length() + 1);
  }

  String rule(int width) {
    return dim((style.unicode() ? "─" : "-").repeat(width));
  }

  /** In ASCII, quotes and dashes of the sentences give way. */
  String text(String text) {
    if (style.unicode()) {
      return text;
    }
    return text.replace('“', '"')
        .replace('”', '"')
        .replace('’', '\'')
        .replace("…", "...")
        .replace("•••", "***")
        .replace('–', '-');
  }

  private String in(String code, String text) {
    return style.color() && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
