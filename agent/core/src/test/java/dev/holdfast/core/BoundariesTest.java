package dev.holdfast.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.holdfast.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

  @ArchTest
  static final ArchRule NO_POLICY_NAMES_ANOTHER =
      slices().matching("dev.holdfast.core.policy.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule NOTHING_OUTSIDE_NAMES_A_POLICY =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.holdfast.core.policy..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.holdfast.core.policy..");

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NO_DRIVERS_AND_NO_LOGGING_OF_THE_JDK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "javax.sql..", "net.bytebuddy..");
}
