package org.plumbline.report.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Metric;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Tone;
import org.plumbline.wording.Reading;

/** Blocks that documents are made of. */
final class Parts {

  private Parts() {}

  static Document.Section section(String id, String title, List<Block> blocks) {
    return new Document.Section(id, title, "", blocks);
  }

  /** A table of words; the first column names the row. */
  static Block.Table table(String caption, List<String> columns, List<List<String>> rows) {
    return new Block.Table(
        caption,
        columns.stream().map(name -> new Block.Column(name, false, 0)).toList(),
        rows.stream()
            .map(row -> new Block.Row(row.stream().map(Block.Cell::of).toList(), false))
            .toList());
  }

  /** A table of words with a row for each metric. */
  static Block.Table ofMetrics(
      Agreement agreement,
      String caption,
      List<String> columns,
      BiFunction<String, Metric, List<String>> row) {
    List<List<String>> rows = new ArrayList<>();
    agreement.metrics().forEach((id, metric) -> rows.add(row.apply(id, metric)));
    return table(caption, columns, rows);
  }

  /** What a part of the agreement says, a sentence an entry. */
  static Block.Listing items(List<Reading.Item> items) {
    return new Block.Listing(
        items.stream()
            .map(
                item ->
                    new Block.Listing.Item(
                        item.name(), item.sentence(), Tone.PLAIN, item.details()))
            .toList(),
        false);
  }

  static Block.Paragraph text(String text) {
    return new Block.Paragraph(text);
  }

  /** A clause with its heading and its text, as it stands. */
  static void clause(List<Block> blocks, Clause clause) {
    blocks.add(new Block.Heading(clause.heading()));
    blocks.add(text(clause.text().strip()));
  }

  /** Whether a clause is about one of these, by its id and heading. */
  static boolean isAbout(Clause clause, String... words) {
    String named = (clause.id() + " " + clause.heading()).toLowerCase(Locale.ROOT);
    return Arrays.stream(words).anyMatch(named::contains);
  }

  /** A list that can be added to. */
  static List<Block> list(Block... blocks) {
    return new ArrayList<>(List.of(blocks));
  }

  /** Sections each of which begins on a page of its own. */
  static List<Document.Section> pages(List<Document.Section> sections) {
    List<Document.Section> apart = new ArrayList<>();
    for (Document.Section section : sections) {
      List<Block> blocks = new ArrayList<>(section.blocks());
      if (apart.size() < sections.size() - 1) {
        blocks.add(new Block.PageBreak());
      }
      apart.add(new Document.Section(section.id(), section.title(), section.lead(), blocks));
    }
    return apart;
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
