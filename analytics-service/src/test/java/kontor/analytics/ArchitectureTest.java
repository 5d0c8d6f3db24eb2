package kontor.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures and sentences know no framework, money is no fraction, and nothing goes in circles. */
class ArchitectureTest {

  private static final JavaClasses ANALYTICS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kontor.analytics");

  @Test
  void featuresKnowContractsOnly() {
    classes()
        .that()
        .resideInAnyPackage("kontor.analytics.sales", "kontor.analytics.live")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "kontor.analytics.sales",
            "kontor.analytics.live",
            "kontor.contracts..",
            "java..",
            "org.jspecify..")
        .check(ANALYTICS);
  }

  @Test
  void whatTheServiceStandsOnKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage("kontor.analytics.platform")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kontor.analytics.sales..", "kontor.analytics.live..")
        .check(ANALYTICS);
  }

  @Test
  void moneyIsNoBinaryFraction() {
    noFields().should().haveRawType(double.class).check(ANALYTICS);
    noFields().should().haveRawType(float.class).check(ANALYTICS);
  }

  @Test
  void timeComesWithTheCall() {
    for (Class<?> type : List.of(Instant.class, LocalDate.class)) {
      noClasses().should().callMethod(type, "now").check(ANALYTICS);
    }
  }

  @Test
  void noFeaturesGoInCircles() {
    slices().matching("kontor.analytics.(*)..").should().beFreeOfCycles().check(ANALYTICS);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto)")
        .check(ANALYTICS);
  }
}
