package kontor.pricing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pricing stays pure: contracts and the JDK, no binary fractions, no clock, no cycle. Plain tests,
 * as Surefire 3.5.3 to 3.5.5 passes over the failures of {@code @ArchTest} fields.
 */
class ArchitectureTest {

  private static final JavaClasses PRICING =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kontor.pricing");

  @Test
  void pricingKnowsContractsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("kontor.pricing..", "kontor.contracts..", "java..", "org.jspecify..")
        .check(PRICING);
  }

  @Test
  void moneyIsNoBinaryFraction() {
    noFields()
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class)
        .check(PRICING);
    noMethods()
        .should()
        .haveRawReturnType(double.class)
        .orShould()
        .haveRawReturnType(float.class)
        .check(PRICING);
  }

  @Test
  void timeComesWithTheCall() {
    for (Class<?> type : List.of(Instant.class, LocalDate.class)) {
      noClasses().should().callMethod(type, "now").check(PRICING);
    }
  }

  @Test
  void noFeaturesGoInCircles() {
    slices().matching("kontor.pricing.(*)..").should().beFreeOfCycles().check(PRICING);
  }
}
