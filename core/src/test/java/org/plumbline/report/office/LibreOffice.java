package org.plumbline.report.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Files of an office opened by LibreOffice, as far as a test can see: what it prints of them. */
public final class LibreOffice {

  private static final Path PROGRAM = Path.of("/usr/bin/soffice");

  private LibreOffice() {}

  /** Whether it is installed. */
  public static boolean isThere() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * The text that LibreOffice prints of each file, a string a page.
   *
   * @param files by name with ending
   * @param folder for what is written meanwhile
   */
  public static Map<String, List<String>> printed(Map<String, byte[]> files, Path folder)
      throws IOException, InterruptedException {
    Map<String, List<String>> printed = new LinkedHashMap<>();
    for (Map.Entry<String, Path> pdf : pdfs(files, folder).entrySet()) {
      printed.put(pdf.getKey(), Files.exists(pdf.getValue()) ? pages(pdf.getValue()) : List.of());
    }
    return printed;
  }

  /**
   * What LibreOffice prints of each file, as PDF; a file that it cannot open has none.
   *
   * @param files by name with ending, no two of them alike up to it
   * @param folder for what is written meanwhile
   */
  public static Map<String, Path> pdfs(Map<String, byte[]> files, Path folder)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.resolve("printed").toString()));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.write(path, file.getValue());
      command.add(path.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("LibreOffice did not come to an end");
    }
    Map<String, Path> printed = new LinkedHashMap<>();
    for (String name : files.keySet()) {
      printed.put(name, folder.resolve("printed").resolve(name.replaceFirst("\\.[^.]*$", ".pdf")));
    }
    return printed;
  }

  private static List<String> pages(Path file) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      PDFTextStripper text = new PDFTextStripper();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        text.setStartPage(page);
        text.setEndPage(page);
        pages.add(text.getText(pdf));
      }
    }
    return pages;
  }
}
