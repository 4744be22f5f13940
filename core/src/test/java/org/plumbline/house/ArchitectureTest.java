package org.plumbline.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds the code of {@code core} to {@link PackageTable} and to the rules of the house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private static final String BASE = PackageTable.BASE;

  private static final Pattern ROW = Pattern.compile("^\\| `([a-z]+)` \\| ([^|]*) \\|.*");

  private static final Pattern BANNED_CLASS_NAME =
      Pattern.compile(".+(Impl|Util|Utils|Helper|Helpers|Manager|Service|DTO|Dto|Common)");

  private static final Set<String> BANNED_PACKAGE_NAMES =
      Set.of(
          "util", "utils", "common", "helper", "helpers", "impl", "service", "dto", "model",
          "manager", "misc");

  /** Methods that read the machine's clock or defaults, as {@code Class.method}. */
  private static final Set<String> AMBIENT =
      Set.of(
          "java.time.ZoneId.systemDefault",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Clock.system",
          "java.util.TimeZone.getDefault",
          "java.util.Locale.getDefault",
          "java.nio.charset.Charset.defaultCharset",
          "java.lang.System.currentTimeMillis");

  private final JavaClasses core =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  @Test
  void eachPackageUsesOnlyThePackagesItsRowAllows() {
    for (String name : PackageTable.MAY_USE.keySet()) {
      noClasses()
          .that()
          .resideInAPackage(BASE + "." + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PackageTable.forbiddenTo(name))
          .because("its row in ARCHITECTURE.md does not allow it")
          .allowEmptyShould(true)
          .check(core);
    }
  }

  @Test
  void eachRowNamesOnlyEarlierRows() {
    List<String> earlier = new ArrayList<>();
    PackageTable.MAY_USE.forEach(
        (name, uses) -> {
          assertThat(earlier).as("rows before %s", name).containsAll(uses);
          earlier.add(name);
        });
  }

  @Test
  void everyPackageHasARow() {
    Set<String> unknown =
        core.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(BASE + "."))
            .map(name -> name.substring(BASE.length() + 1).split("\\.", 2)[0])
            .filter(name -> !PackageTable.MAY_USE.containsKey(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unknown).as("packages without a row in the table").isEmpty();
  }

  @Test
  void theTableInTheArchitecturePageIsThisTable() throws IOException {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    String page = Files.readString(House.ROOT.resolve("ARCHITECTURE.md"), UTF_8);
    String section = page.substring(page.indexOf("## Packages of `core`")).split("\n## ", 2)[0];
    for (String line : section.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        shown.put(row.group(1), packagesNamedIn(row.group(2)));
      }
    }
    assertThat(shown).isEqualTo(PackageTable.MAY_USE);
    assertThat(shown.keySet()).containsExactlyElementsOf(PackageTable.MAY_USE.keySet());
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(core);
  }

  @Test
  void theRootPackageHoldsOnlyThePageThatShowsTheFlow() {
    List<String> atTheRoot =
        core.stream()
            .filter(type -> type.getPackageName().equals(BASE))
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .map(JavaClass::getName)
            .toList();
    assertThat(atTheRoot).hasSizeLessThanOrEqualTo(1);
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE)
        .allowEmptyShould(true)
        .check(core);
  }

  @Test
  void eachLibraryStaysInThePackagesThatOwnIt() {
    PackageTable.OWNERS.forEach(
        (library, owners) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(owners.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(core));
  }

  @Test
  void coreKnowsNoServerAndNoSpark() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "jakarta..", "javax.servlet..", "org.apache.spark..")
        .allowEmptyShould(true)
        .check(core);
  }

  @Test
  void decisionsHoldNoFloatingPoint() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(
            BASE + ".agreement..",
            BASE + ".compile.plan..",
            BASE + ".evaluate..",
            BASE + ".judge..")
        .should()
        .haveRawType(floatingPoint())
        .because("counts are long, money is BigDecimal, ratios are exact")
        .allowEmptyShould(true)
        .check(core);
  }

  @Test
  void theClockAndAllDefaultsArePassedIn() {
    noClasses()
        .should()
        .accessTargetWhere(readsTheMachine())
        .because("the same input gives the same answer on any machine and any day")
        .allowEmptyShould(true)
        .check(core);
  }

  @Test
  void namesSayWhatAThingIs() {
    List<String> banned = new ArrayList<>();
    for (JavaClass type : core) {
      if (BANNED_CLASS_NAME.matcher(type.getSimpleName()).matches()) {
        banned.add(type.getName());
      }
      for (String part : type.getPackageName().split("\\.")) {
        if (BANNED_PACKAGE_NAMES.contains(part)) {
          banned.add(type.getPackageName());
        }
      }
    }
    assertThat(banned).isEmpty();
  }

  @Test
  void noMethodIsCalledGet() {
    List<String> getters =
        core.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getName().matches("get[A-Z].*"))
            .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(method -> !overrides(method))
            .map(JavaMethod::getFullName)
            .toList();
    assertThat(getters).as("name the thing: calendar(), not getCalendar()").isEmpty();
  }

  @Test
  void everyPackageIsNullMarkedInItsPackageInfo() {
    Set<String> unmarked =
        core.stream()
            .map(JavaClass::getPackage)
            .filter(
                found ->
                    found.tryGetPackageInfo().isEmpty() || !found.isAnnotatedWith(NullMarked.class))
            .map(found -> found.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unmarked).isEmpty();
  }

  private static boolean overrides(JavaMethod method) {
    String[] parameters =
        method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    JavaClass owner = method.getOwner();
    return java.util.stream.Stream.concat(
            owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
        .anyMatch(above -> above.tryGetMethod(method.getName(), parameters).isPresent());
  }

  private static List<String> packagesNamedIn(String cell) {
    return Pattern.compile("`([a-z]+)`").matcher(cell).results().map(m -> m.group(1)).toList();
  }

  private static DescribedPredicate<JavaClass> floatingPoint() {
    return DescribedPredicate.describe(
        "double or float",
        type ->
            Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheMachine() {
    return DescribedPredicate.describe(
        "the machine's clock or defaults",
        access -> {
          AccessTarget target = access.getTarget();
          String owner = target.getOwner().getName();
          boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
          return now || AMBIENT.contains(owner + "." + target.getName());
        });
  }
}
