package org.plumbline.records;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Random;

/** Small random changes of a file. */
final class Mutations {

  private static final String[] PIECES = {
    "\"",
    ",",
    "\n",
    "\r",
    "\0",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    "'",
    ";",
    "9999",
    "-1",
    "\t",
    "null",
    "1e400",
    "\u00ff\u00fe",
    "2026-13-01",
    "<",
    ">",
    "&x;",
    "A1",
    "%",
    "9".repeat(50),
    " "
  };

  private Mutations() {}

  static byte[] of(byte[] file, Random random) {
    byte[] bytes = file.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  static String of(String text, Random random) {
    return new String(of(text.getBytes(ISO_8859_1), random), ISO_8859_1);
  }

  private static byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, at + random.nextInt(20));
    String piece = PIECES[random.nextInt(PIECES.length)];
    byte[] inserted = piece.getBytes(ISO_8859_1);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> joined(bytes, at, inserted, at);
      case 2 -> joined(bytes, at, inserted, until);
      case 3 -> joined(bytes, at, new byte[0], until);
      case 4 -> joined(bytes, until, Arrays.copyOfRange(bytes, at, until), until);
      default -> flipped(bytes, at, random);
    };
  }

  private static byte[] flipped(byte[] bytes, int at, Random random) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
    byte[] all = Arrays.copyOf(bytes, head + middle.length + bytes.length - tail);
    System.arraycopy(middle, 0, all, head, middle.length);
    System.arraycopy(bytes, tail, all, head + middle.length, bytes.length - tail);
    return all;
  }
}
