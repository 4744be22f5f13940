package org.plumbline.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.workbook.RefusedWorkbook;

/** The published workbooks in {@code examples/catalogs}, each read once. */
public final class Workbooks {

  /** All of them, without their ending. */
  public static final List<String> ALL =
      List.of(
          "financial-management-fy2024",
          "financial-management-fy2025",
          "personnel-action-request-2025",
          "real-property-1.3",
          "travel-and-expense-2024");

  private static final Map<String, Catalog> READ = new HashMap<>();

  private Workbooks() {}

  /** A workbook by its name without ending. */
  public static synchronized Catalog read(String name) {
    return READ.computeIfAbsent(name, key -> read(key, folder().resolve(key + ".xlsx")));
  }

  /** A workbook from a file. */
  public static Catalog read(String name, Path file) {
    try {
      return CatalogWorkbook.read(name, file);
    } catch (IOException | RefusedWorkbook e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /** The folder of the examples. */
  public static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("examples")) ? here : here.resolve("..");
    return root.resolve("examples/catalogs").normalize();
  }

  /** One measure by sheet and row. */
  public static Measure measure(String workbook, String sheet, int row) {
    return read(workbook).measures().stream()
        .filter(each -> each.row() == row && each.sheet().name().equals(sheet))
        .findFirst()
        .orElseThrow();
  }
}
