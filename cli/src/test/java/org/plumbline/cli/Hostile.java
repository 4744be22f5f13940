package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of a file of YAML or CSV by somebody who means harm. */
final class Hostile {
  private static final Pattern VALUE =
      Pattern.compile("(?<=[:,\\[{] ?)[^\\s,:{}\\[\\]\"#][^,:{}\\[\\]\"#\\n]*");
  private static final List<String> VALUES =
      List.of(
          "",
          "~",
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "9".repeat(50),
          "9223372036854775807",
          "0x10",
          ".nan",
          ".inf",
          "[]",
          "{}",
          "[[]]",
          "[a, a]",
          "{a: b}",
          "\"\"",
          "\" \"",
          "nobody-knows",
          "customer",
          "provider",
          "2026-01",
          "2026-02-30",
          "9999-12",
          "9999-12-31",
          "0000-01-01",
          "-999999999-01-01",
          "+999999999-12-31",
          "+10000-01-01",
          "1900-01-01",
          "2026-12-31T24:00",
          "2026-03-08T02:30",
          "2026-01-01T00:00+18:00",
          "2026-03-01T00:00:00.123456789Z",
          "2026-Q1",
          "FY2026",
          "2026-03..2026-01",
          "0 days",
          "999999999 days",
          "99999999999999999999 workdays",
          "0.0000000001 hours",
          "101%",
          "-5%",
          "0%",
          "1e9 %",
          "100.00000000000000000000001%",
          "../../../../../etc/passwd",
          "/etc/passwd",
          "/dev/zero",
          ".",
          "..",
          "*",
          "**/*",
          "[",
          "agreement.yaml",
          "register.yaml",
          "conops.yaml",
          "\"\\e[31mred\\e[0m\\a\"",
          "\"a\\0b\"",
          "\"line\\nbreak\"",
          "\"\\u202Ereversed\"",
          "\"<script>alert(1)</script>\"",
          "\"<img src=x onerror=alert(1)>\"",
          "\"=cmd|' /C calc'!A0\"",
          "\"@SUM(1)\"",
          "%s%n%d",
          "${env:HOME}",
          "*alias",
          "&anchor x",
          "!!java.net.URL [x]",
          "!tag x",
          "|",
          "x".repeat(100_000),
          "'; drop table x; --",
          "'",
          "\"\\\"\"");

  /** A copy of the file with one to three changes. */
  static byte[] changed(byte[] file, Random random) {
    String text = new String(file, UTF_8);
    int times = 1 + random.nextInt(3);
    if (random.nextInt(12) == 0) {
      return bytes(file, random);
    }
    for (int i = 0; i < times; i++) {
      text = once(text, random);
    }
    return text.getBytes(UTF_8);
  }

  private static String once(String text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    return switch (random.nextInt(9)) {
      case 0 -> {
        lines.remove(at);
        yield String.join("\n", lines);
      }
      case 1 -> {
        lines.add(random.nextInt(lines.size()), lines.get(at));
        yield String.join("\n", lines);
      }
      case 2 -> {
        lines.set(at, "  " + lines.get(at));
        yield String.join("\n", lines);
      }
      default -> value(text, random);
    };
  }

  private static String value(String text, Random random) {
    List<int[]> places = new ArrayList<>();
    Matcher matcher = VALUE.matcher(text);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return text + VALUES.get(random.nextInt(VALUES.size()));
    }
    int[] place = places.get(random.nextInt(places.size()));
    int[] other = places.get(random.nextInt(places.size()));
    String put =
        random.nextInt(4) == 0
            ? text.substring(other[0], other[1])
            : VALUES.get(random.nextInt(VALUES.size()));
    return text.substring(0, place[0]) + put + text.substring(place[1]);
  }

  private static byte[] bytes(byte[] file, Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = random.nextInt(file.length + 1);
    switch (random.nextInt(6)) {
      case 0 -> {}
      case 1 -> {
        bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        bytes.writeBytes(file);
      }
      case 2 -> {
        bytes.write(file, 0, at);
        bytes.write(0);
        bytes.write(file, at, file.length - at);
      }
      case 3 -> {
        bytes.write(file, 0, at);
        bytes.write(0xE9);
        bytes.write(file, at, file.length - at);
      }
      case 4 -> bytes.write(file, 0, at);
      default -> bytes.writeBytes("x".repeat(3_000_000).getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private Hostile() {}
}
