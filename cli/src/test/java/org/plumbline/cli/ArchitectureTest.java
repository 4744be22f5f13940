package org.plumbline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The command line reads arguments and prints; what it computes, it asks of core. */
class ArchitectureTest {
  private final JavaClasses cli =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.plumbline.cli");

  @Test
  void databasesAndOfficeFilesAreTheBusinessOfCore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.duckdb..", "org.apache.poi..", "org.snakeyaml..")
        .check(cli);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Plumbline.class)
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(cli);
  }

  @Test
  void nobodyPrintsPastTheWritersThatMainMade() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(cli);
  }
}
