package kontor.eventstore;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The rules that hold in every module, checked by its ArchitectureTest: no technology in a feature,
 * no cycles, no clock of one's own, no binary fractions, no names that say nothing.
 */
public final class HouseRules {

  private static final String[] TECHNOLOGY = {
    "org.springframework..",
    "io.quarkus..",
    "jakarta.ws.rs..",
    "jakarta.servlet..",
    "com.fasterxml.jackson.databind..",
    "tools.jackson..",
    "org.apache.kafka..",
    "com.mongodb..",
    "org.bson..",
    "org.apache.lucene.."
  };

  private final String root;
  private final JavaClasses classes;

  public HouseRules(String root) {
    this.root = root;
    this.classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages(root);
  }

  /** What every module keeps to. */
  public HouseRules everywhere() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .because("a clock is passed in")
        .check(classes);
    noFields()
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class)
        .because("money and quantities are whole numbers")
        .check(classes);
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto)")
        .because("a name says what a thing is")
        .check(classes);
    return this;
  }

  /**
   * Features know no technology; it stands around them in the packages given, and in {@code
   * adapter}.
   *
   * @param around packages of the module that are technology as a whole, such as {@code ebay}
   */
  public HouseRules features(String... around) {
    String[] outside = new String[around.length + 2];
    outside[0] = root;
    outside[1] = root + "..adapter..";
    for (int i = 0; i < around.length; i++) {
      outside[i + 2] = root + "." + around[i] + "..";
    }
    noClasses()
        .that(not(resideInAnyPackage(outside)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TECHNOLOGY)
        .because("a feature compiles without frameworks, stores and brokers")
        .check(classes);
    noClasses()
        .that(not(resideInAnyPackage(outside)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + "..adapter..")
        .because("dependencies point inwards")
        .check(classes);
    return this;
  }

  /** Features of the module do not depend on each other in circles. */
  public void noCycles() {
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    fields().should().notBePublic().orShould().beFinal().check(classes);
    if (classes.stream().noneMatch(c -> c.getPackageName().startsWith(root))) {
      throw new IllegalStateException("no classes under " + root);
    }
  }
}
