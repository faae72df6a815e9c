package dev.holdfast.core.policy.fallback.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.type.TypeRef;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The null object of an interface that a named module keeps to itself. */
final class ModularNullObjectTest {

  @TempDir private Path folder;

  @Test
  void isGeneratedAndRunsDefaultMethods() throws Throwable {
    ModuleLayer.Controller layer = layer();
    Class<?> port = layer.layer().findLoader("shop").loadClass("shop.inner.Port");

    Object made =
        Objects.requireNonNull(
            new NullObjects(
                    MethodHandles.lookup().in(port),
                    type -> {
                      layer.addOpens(port.getModule(), "shop.inner", getClass().getModule());
                      return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                    })
                .of(TypeRef.of(port.getName()))
                .make());

    assertThat(made).hasToString("null object of shop.inner.Port");
    assertThat(made.getClass().getModule()).isNotSameAs(getClass().getModule());
    assertThat(Proxy.getInvocationHandler(made).invoke(made, port.getMethod("greeting"), null))
        .isEqualTo("from 0");
  }

  private ModuleLayer.Controller layer() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources/shop/inner"));
    Path module = Files.writeString(folder.resolve("sources/module-info.java"), "module shop {}");
    Path type =
        Files.writeString(
            sources.resolve("Port.java"),
            """
            package shop.inner;
            public interface Port {
              int number();
              default String greeting() { return "from " + number(); }
            }
            """);
    Path classes = folder.resolve("classes");
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, "-d", "" + classes, "" + module, "" + type);
    assertThat(exit).isZero();
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("shop"));
    return ModuleLayer.defineModulesWithOneLoader(
        configuration, List.of(ModuleLayer.boot()), getClass().getClassLoader());
  }
}
