package kontor.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The audit stays pure: contracts and the JDK, no binary fractions, no clock. Plain tests, as
 * Surefire 3.5.3 to 3.5.5 passes over the failures of {@code @ArchTest} fields.
 */
class ArchitectureTest {

  private static final JavaClasses AUDIT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kontor.audit");

  @Test
  void auditKnowsContractsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("kontor.audit..", "kontor.contracts..", "java..", "org.jspecify..")
        .check(AUDIT);
  }

  @Test
  void moneyIsNoBinaryFraction() {
    noFields().should().haveRawType(double.class).orShould().haveRawType(float.class).check(AUDIT);
    noMethods()
        .should()
        .haveRawReturnType(double.class)
        .orShould()
        .haveRawReturnType(float.class)
        .check(AUDIT);
  }

  @Test
  void timeComesWithTheCall() {
    for (Class<?> type : List.of(Instant.class, LocalDate.class)) {
      noClasses().should().callMethod(type, "now").check(AUDIT);
    }
  }
}
