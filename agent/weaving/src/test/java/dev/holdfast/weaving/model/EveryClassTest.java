package dev.holdfast.weaving.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;

/** What javac made of real code, read as a whole. */
final class EveryClassTest {

  @Test
  void readsEveryClassOfTheJdksBase() throws IOException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");

    assertThat(readAll(base)).isGreaterThan(6000);
  }

  @Test
  void readsEveryClassOfByteBuddy() throws IOException, URISyntaxException {
    Path jar = Path.of(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      assertThat(readAll(files.getPath("/"))).isGreaterThan(2500);
    }
  }

  @Test
  void agreesWithReflection() {
    for (Class<?> type :
        List.of(
            java.util.HashMap.class,
            java.util.Map.class,
            java.util.concurrent.CompletableFuture.class,
            java.util.concurrent.TimeUnit.class,
            java.time.LocalDate.class,
            ByteBuddy.class,
            EveryClassTest.class)) {
      ClassModel read = ClassFileReader.read(ClassBytes.of(type));

      assertThat(read.name()).isEqualTo(type.getName());
      assertThat(read.interfaces())
          .isEqualTo(Arrays.stream(type.getInterfaces()).map(Class::getName).toList());
      assertThat(read.methods().stream().filter(method -> !method.isInitializer()))
          .extracting(EveryClassTest::line)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(type.getDeclaredMethods()).map(EveryClassTest::line).toList());
    }
  }

  private static String line(MethodModel method) {
    List<String> types =
        method.parameters().stream()
            .map(parameter -> parameter.type().name() + parameter.type().dimensions())
            .toList();
    return method.modifiers() + " " + method.name() + method.descriptor() + types;
  }

  private static String line(Method method) {
    List<String> types = Arrays.stream(method.getParameters()).map(EveryClassTest::type).toList();
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    return method.getModifiers() + " " + method.getName() + descriptor + types;
  }

  private static String type(Parameter parameter) {
    Class<?> type = parameter.getType();
    int dimensions = 0;
    while (type.isArray()) {
      type = type.getComponentType();
      dimensions++;
    }
    return type.getName() + dimensions;
  }

  private static long readAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(EveryClassTest::read)
          .filter(model -> !model.name().isEmpty())
          .count();
    }
  }

  private static ClassModel read(Path file) {
    try {
      return ClassFileReader.read(Files.readAllBytes(file));
    } catch (IOException | UnreadableClass failed) {
      throw new AssertionError(file.toString(), failed);
    }
  }
}
