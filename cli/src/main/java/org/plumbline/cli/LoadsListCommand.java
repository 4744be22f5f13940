package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.KeptPart;
import org.plumbline.register.Checksum;
import org.plumbline.register.Load;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline loads list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Each file of records: when it was delivered, by which load, where it is now.")
final class LoadsListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private LoadsCommand loads;
  @Mixin private LoadsOptions options;

  @Option(names = "--json", description = "Answer as JSON, with checksums.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    LoadsOptions.Opened opened = options.open(loads.now());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(maps(opened)));
      return ExitCode.DONE;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("delivered", "load", "file", "rows", "bytes", "where"));
    for (String name : sorted(opened)) {
      Optional<Map.Entry<String, Load>> load = opened.load(name);
      Optional<KeptFile> kept = opened.store().file(name);
      rows.add(
          List.of(
              load.map(each -> each.getValue().delivered().toString()).orElse("before all"),
              load.map(Map.Entry::getKey).orElse("-"),
              name,
              kept.map(file -> number(file.rows())).orElse(""),
              number(
                  kept.isPresent()
                      ? kept.get().bytes()
                      : Files.size(opened.folder().resolve(name))),
              where(opened, kept)));
    }
    table(rows, 3, 4, out);
    if (!opened.store().parts().isEmpty()) {
      out.println();
      List<List<String>> parts = new ArrayList<>();
      parts.add(List.of("set", "months", "files", "rows", "bytes", "part"));
      for (KeptPart part : opened.store().parts()) {
        parts.add(
            List.of(
                part.set(),
                part.months(),
                number(part.files().size()),
                number(part.rows()),
                number(part.bytes()),
                part.path()));
      }
      table(parts, 2, 4, out);
    }
    return ExitCode.DONE;
  }

  private static List<String> sorted(LoadsOptions.Opened opened) {
    return opened.files().stream()
        .sorted(
            java.util.Comparator.comparing(
                    (String name) ->
                        opened
                            .load(name)
                            .map(each -> each.getValue().delivered().toString())
                            .orElse(""))
                .thenComparing(name -> name))
        .toList();
  }

  private static String where(LoadsOptions.Opened opened, Optional<KeptFile> kept) {
    if (kept.isEmpty()) {
      return "folder";
    }
    boolean original = opened.store().hasOriginal(kept.get());
    if (!kept.get().inParts()) {
      return original ? "store, its bytes" : "lost";
    }
    return original ? "store, rows and bytes" : "store, rows";
  }

  private Map<String, Object> maps(LoadsOptions.Opened opened) throws IOException {
    List<Map<String, Object>> files = new ArrayList<>();
    for (String name : sorted(opened)) {
      Map<String, Object> file = new LinkedHashMap<>();
      Optional<KeptFile> kept = opened.store().file(name);
      file.put("file", name);
      opened
          .load(name)
          .ifPresent(
              load -> {
                file.put("load", load.getKey());
                file.put("set", load.getValue().set());
                file.put("delivered", load.getValue().delivered().toString());
                load.getValue().completeFor().ifPresent(of -> file.put("complete-for", of));
                load.getValue().reason().ifPresent(why -> file.put("reason", why));
              });
      file.put("where", where(opened, kept));
      if (kept.isPresent()) {
        file.put("rows", kept.get().rows());
        file.put("bytes", kept.get().bytes());
        file.put("sha-256", kept.get().sha256());
      } else {
        file.put("bytes", Files.size(opened.folder().resolve(name)));
        file.put("sha-256", Checksum.of(opened.folder().resolve(name)));
      }
      files.add(file);
    }
    List<Map<String, Object>> parts = new ArrayList<>();
    for (KeptPart each : opened.store().parts()) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("part", each.path());
      part.put("set", each.set());
      part.put("months", each.months());
      part.put("files", each.files());
      part.put("rows", each.rows());
      part.put("bytes", each.bytes());
      part.put("sha-256", each.sha256());
      parts.add(part);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("plumbline-loads", 1);
    all.put("agreement", opened.loading().id());
    all.put("files", files);
    all.put("parts", parts);
    return all;
  }

  private static String number(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number);
  }

  /** Rows as columns; those from one to another, both included, are numbers. */
  private static void table(List<List<String>> rows, int from, int until, PrintWriter out) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String gap = " ".repeat(widths[i] - row.get(i).length());
        boolean right = i >= from && i <= until;
        line.append(i == 0 ? "" : "  ").append(right ? gap + row.get(i) : row.get(i) + gap);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
