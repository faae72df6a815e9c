package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Interfaces that a framework implements by a proxy while the application runs, told by what they
 * carry: clients of Feign, Retrofit, JAX-RS, Spring and Micronaut; repositories of Spring Data and
 * Jakarta Data; mappers of MyBatis.
 */
public final class MadeAtRunTime {

  private static final List<String> PACKAGES =
      List.of(
          "feign.",
          "io.micronaut.",
          "jakarta.data.",
          "jakarta.ws.rs.",
          "javax.ws.rs.",
          "org.apache.ibatis.",
          "org.eclipse.microprofile.rest.client.",
          "org.springframework.cloud.openfeign.",
          "org.springframework.data.",
          "org.springframework.web.",
          "retrofit2.");

  private MadeAtRunTime() {}

  /** Whether a framework implements the method. */
  public static boolean is(GuardedMethod method) {
    ClassModel type = method.owner();
    return type.isInterface()
        && Stream.concat(
                carried(type, method.method()),
                method.types().supertypes(type).stream()
                    .flatMap(above -> above.interfaces().stream()))
            .anyMatch(name -> PACKAGES.stream().anyMatch(name::startsWith));
  }

  private static Stream<String> carried(ClassModel type, MethodModel method) {
    return Stream.concat(
        Stream.concat(type.annotations().stream(), method.annotations().stream())
            .map(AnnotationModel::type),
        type.interfaces().stream());
  }
}
