package org.plumbline.records.duckdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RecordFiles;
import org.plumbline.records.files.RefusedFile;

/** Which files of the records folder are those of a record set. */
final class SetFiles {

  private SetFiles() {}

  /** The files that the binding names, else those that are named like the set. */
  static List<String> of(Agreement agreement, Binding binding, Path folder, String set) {
    List<String> names = binding.of(set).files();
    if (!names.isEmpty()) {
      return names;
    }
    List<String> ids = new ArrayList<>(agreement.records().keySet());
    RegisterSets.SETS.keySet().forEach(id -> ids.add(fileName(id)));
    return RecordFiles.namedLike(folder, fileName(set), ids);
  }

  /** How files of a set are named: those of {@code register/bills} like {@code register-bills}. */
  private static String fileName(String set) {
    return set.replace('/', '-');
  }

  /** The files of all sets that a load reads. */
  static List<String> all(Agreement agreement, Binding binding, Path folder, LoadOptions options) {
    Set<String> sets = new LinkedHashSet<>(agreement.records().keySet());
    sets.addAll(RegisterSets.SETS.keySet());
    Set<String> files = new TreeSet<>();
    for (String set : sets) {
      try {
        for (RecordFile file : RecordFiles.find(folder, of(agreement, binding, folder, set))) {
          files.add(file.name());
        }
      } catch (RefusedFile e) {
        // The load itself refuses it, and says so.
        continue;
      }
    }
    files.removeAll(options.unseen());
    return List.copyOf(files);
  }
}
