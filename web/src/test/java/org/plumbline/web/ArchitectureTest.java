package org.plumbline.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server asks core for what it computes, and its packages use only earlier ones. */
class ArchitectureTest {
  private static final String BASE = "org.plumbline.web";

  /** In the order of ARCHITECTURE.md. */
  private static final List<String> PACKAGES =
      List.of(
          "postgres",
          "store",
          "refusal",
          "identity",
          "program",
          "outbox",
          "webhook",
          "page",
          "agreement",
          "signoff",
          "roster",
          "records",
          "evidence",
          "result",
          "ledger",
          "start",
          "document",
          "close",
          "request",
          "notice",
          "oversight",
          "review",
          "todo",
          "calendar",
          "dashboard",
          "guide",
          "negotiation",
          "drafting",
          "renewal",
          "signing",
          "conops",
          "bundle",
          "demo");

  private final JavaClasses web =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  @Test
  void eachPackageUsesOnlyEarlierOnes() {
    for (int i = 0; i < PACKAGES.size(); i++) {
      for (String later : PACKAGES.subList(i + 1, PACKAGES.size())) {
        if (PACKAGES.get(i).equals("refusal") && later.equals("identity")) {
          continue; // A page that refuses says who is logged in.
        }
        noClasses()
            .that()
            .resideInAPackage(BASE + "." + PACKAGES.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "." + later + "..")
            .check(web);
      }
    }
  }

  @Test
  void sqlRunsInTransactionsOfTheStoreAndTheEngineIsReachedThroughCore() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".store..", BASE + ".postgres..")
        .and()
        .haveSimpleNameNotContaining("Invitations")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.sql\\.(Connection|DriverManager|Statement|PreparedStatement)")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.duckdb..", "org.snakeyaml..", "org.apache.poi..")
        .check(web);
  }

  @Test
  void theCommandLineIsAnother() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.plumbline.cli..", "picocli..")
        .check(web);
  }
}
