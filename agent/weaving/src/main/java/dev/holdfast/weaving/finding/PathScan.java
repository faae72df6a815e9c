package dev.holdfast.weaving.finding;

import dev.holdfast.core.config.Rule;
import dev.holdfast.core.config.Rules;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.weaving.finding.Scan.ScannedClass;
import dev.holdfast.weaving.finding.Scan.Unreadable;
import dev.holdfast.weaving.model.ClassFileReader;
import dev.holdfast.weaving.model.PathTypes;
import dev.holdfast.weaving.model.UnreadableClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** One scan at work. */
final class PathScan {

  /** Folders of an archive that hold no packages, or are on the path by themselves. */
  private static final Set<String> APART = Set.of("META-INF", "BOOT-INF", "WEB-INF");

  private final PathTypes path;
  private final Declarations declarations;
  private final Rules rules;
  private final Heritage heritage;
  private final Implementations implementations;
  private final List<ScannedClass> classes = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<Rule> idle;

  PathScan(PathTypes path, Declarations declarations, Rules rules) {
    this.path = path;
    this.declarations = declarations;
    this.rules = rules;
    heritage =
        new Heritage(rules.hasSubtypePatterns() ? List.of(rules::mayMatchSubtypesOf) : List.of());
    implementations = new Implementations(path);
    idle = new HashSet<>(rules.all());
  }

  Scan scan(IntConsumer progress) throws IOException {
    for (Path jar : path.unreadable()) {
      unreadable.add(
          new Unreadable(jar, "a nested jar that does not open. Build the archive again."));
    }
    for (Path root : path.roots()) {
      for (Path file : classFiles(root)) {
        look(root, file);
        progress.accept(seen.size());
      }
    }
    List<Rule> stillIdle = rules.all().stream().filter(idle::contains).toList();
    return new Scan(classes, implementations.missing(), stillIdle, unreadable, seen.size());
  }

  private static List<Path> classFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> isClassFile(root, file)).sorted().toList();
    }
  }

  private static boolean isClassFile(Path root, Path file) {
    Path inRoot = root.relativize(file);
    return file.toString().endsWith(".class")
        && !APART.contains(inRoot.getName(0).toString())
        && !file.endsWith("module-info.class");
  }

  private void look(Path root, Path file) throws IOException {
    String path = root.relativize(file).toString();
    String name =
        path.substring(0, path.length() - ".class".length()).replace('\\', '/').replace('/', '.');
    if (!seen.add(name)) {
      return;
    }
    byte[] classFile = Files.readAllBytes(file);
    Glance glance = Glance.at(classFile);
    boolean isBroken = glance.equals(Glance.NOTHING);
    if (isBroken || (glance.name().equals(name) && concerns(glance))) {
      read(file, classFile);
    }
  }

  private boolean concerns(Glance glance) {
    return heritage.concerns(path.loader(), glance)
        || rules.mayMatch(glance.name())
        || heritage.concernsLambdas(path.loader(), glance);
  }

  private void read(Path file, byte[] classFile) {
    try {
      add(ClassFileReader.read(classFile), classFile);
    } catch (UnreadableClass told) {
      unreadable.add(new Unreadable(file, told.message()));
    }
  }

  private void add(ClassModel type, byte[] classFile) {
    List<Finding> findings =
        declarations.of(type, classFile, path, method -> !ruling(type, method).isEmpty());
    implementations.add(type, findings);
    if (!findings.isEmpty()) {
      classes.add(new ScannedClass(type, findings));
    }
    for (Finding finding : findings) {
      if (finding instanceof Finding.Guarded guarded) {
        ruling(type, guarded.method()).forEach(idle::remove);
      }
    }
  }

  private List<Rule> ruling(ClassModel type, MethodModel method) {
    return rules.matching(new GuardedMethod(type, method, path));
  }
}
