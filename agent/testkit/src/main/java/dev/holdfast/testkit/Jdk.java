package dev.holdfast.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param home its {@code java.home}
 * @param feature its feature release, 17 or 25
 */
public record Jdk(Path home, int feature) {

  /** The JDK that runs the tests. */
  public static Jdk own() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * A JDK of that release: the one named by {@code -Dholdfast.jdk.RELEASE}, else one that lies
   * beside the JDK that runs the tests.
   */
  public static Optional<Jdk> find(int feature) {
    String named = System.getProperty("holdfast.jdk." + feature);
    if (named != null) {
      return Optional.of(new Jdk(Path.of(named), feature));
    }
    if (own().feature == feature) {
      return Optional.of(own());
    }
    return beside().stream().filter(jdk -> jdk.feature == feature).findFirst();
  }

  /** The JDK of the tests, and the newest tested release where there is one. */
  public static List<Jdk> tested() {
    List<Jdk> tested = new ArrayList<>();
    tested.add(own());
    find(25).filter(jdk -> jdk.feature != own().feature).ifPresent(tested::add);
    return tested;
  }

  /** The executable that starts a JVM. */
  public String java() {
    return home + File.separator + "bin" + File.separator + "java";
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }

  private static List<Jdk> beside() {
    Path parent = own().home.toAbsolutePath().getParent();
    if (parent == null) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(parent)) {
      return homes
          .sorted()
          .flatMap(home -> feature(home).map(found -> new Jdk(home, found)).stream())
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static Optional<Integer> feature(Path home) {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(release).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("^JAVA_VERSION=\"|\"$", ""))
          .map(version -> Runtime.Version.parse(version).feature())
          .findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
