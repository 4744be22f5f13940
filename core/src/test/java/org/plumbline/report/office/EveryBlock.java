package org.plumbline.report.office;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Tone;

/** A document with every kind of block, and text that could do harm. */
final class EveryBlock {

  static final Instant MADE = Instant.parse("2026-11-22T13:00:00Z");

  private EveryBlock() {}

  static Document document() {
    return new Document(
        "Service & support <desk>",
        "Provider for Customer, October 2026",
        Optional.of("CUI"),
        List.of(
            new Document.Fact("Version", "plumbline1:sha-256:" + "ab".repeat(32)),
            new Document.Fact("Made", "2026-11-22 13:00 UTC by Plumbline")),
        List.of(
            new Document.Section("words", "Words", "What stands first.", words()),
            new Document.Section("numbers", "Numbers", "", numbers())));
  }

  private static List<Block> words() {
    return List.of(
        new Block.Paragraph("First line.\nSecond line with =SUM(A1) and <w:p/> in it."),
        new Block.KeyFigures(
            List.of(new Block.KeyFigures.KeyFigure("3 of 4", "targets met", Tone.BAD))),
        new Block.Heading("A heading inside"),
        new Block.Listing(
            List.of(
                new Block.Listing.Item("Named", "with a sentence.", Tone.GOOD, List.of("detail")),
                new Block.Listing.Item("", "a sentence alone", Tone.PLAIN, List.of())),
            false),
        new Block.Redline(
            "Clause",
            List.of(
                new Block.Redline.Words(Block.Redline.Change.SAME, "stays"),
                new Block.Redline.Words(Block.Redline.Change.STRUCK, "struck"),
                new Block.Redline.Words(Block.Redline.Change.INSERTED, "inserted"))),
        new Block.Folded("More", List.of(new Block.Paragraph("folded text"))),
        new Block.Signatures(
            "Signed", List.of(new Block.Signatures.Signer("Business owner", "", "", ""))),
        new Block.PageBreak());
  }

  private static List<Block> numbers() {
    return List.of(
        new Block.Table(
            "A wide table",
            List.of(
                new Block.Column("Metric", false, 0),
                new Block.Column("Figure", true, 0),
                new Block.Column("Hash", false, 0)),
            List.of(
                new Block.Row(
                    List.of(
                        Block.Cell.of("Invoices on time"),
                        Block.Cell.of("99.8%", Tone.GOOD),
                        Block.Cell.of("f".repeat(64))),
                    false),
                new Block.Row(
                    List.of(
                        Block.Cell.of("commercial"),
                        Block.Cell.of("97.0%", Tone.BAD),
                        Block.Cell.of("")),
                    true))),
        new Block.TrendChart(
            "t1",
            "Invoices on time",
            "%",
            List.of(
                point("Sep 2026", Optional.of(new BigDecimal("96.5")), Tone.BAD, "not met"),
                point("Oct 2026", Optional.empty(), Tone.QUIET, "no data"),
                point("Nov 2026", Optional.of(new BigDecimal("99.8")), Tone.GOOD, "met"))),
        new Block.ShareBars(
            "b1",
            "Invoices",
            List.of(new Block.PartyName("Customer", 0), new Block.PartyName("Provider", 1)),
            List.of(
                new Block.BarRow(
                    "Sep 2026",
                    List.of(
                        new Block.BarPart(new BigDecimal("0.25"), "25%"),
                        new Block.BarPart(new BigDecimal("0.75"), "75%")),
                    List.of(new Document.Fact("Open time", "10 h"))))),
        new Block.Timeline(
            "l1",
            "Case 4711",
            List.of(
                new Block.Piece(
                    BigDecimal.ZERO,
                    BigDecimal.ONE,
                    new Block.PartyName("Provider", 1),
                    "in work",
                    "09:00",
                    "10:00",
                    "1 h",
                    "1 h",
                    true)),
            Optional.empty(),
            "limit 4 hours"));
  }

  private static Block.TrendPoint point(
      String period, Optional<BigDecimal> value, Tone tone, String status) {
    return new Block.TrendPoint(
        period,
        value,
        value.map(number -> number + "%").orElse("no data"),
        Optional.of(new BigDecimal("98")),
        "98% or more",
        tone,
        status);
  }
}
