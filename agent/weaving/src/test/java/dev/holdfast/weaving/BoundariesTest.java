package dev.holdfast.weaving;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.holdfast", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

  /** Only that package of Byte Buddy is in the agent's jar. */
  @ArchTest
  static final ArchRule WEAVING_USES_BYTE_BUDDYS_ASM_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("net.bytebuddy..")
                  .and(resideOutsideOfPackage("net.bytebuddy.jar.asm..")));

  @ArchTest
  static final ArchRule NOBODY_ELSE_USES_BYTE_BUDDY =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.holdfast.weaving..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  @ArchTest
  static final ArchRule THE_BRIDGE_KNOWS_NOTHING_BUT_THE_JDK =
      noClasses()
          .that()
          .resideInAPackage("dev.holdfast.bridge..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "dev.holdfast.bridge..", "org.jspecify..");
}
