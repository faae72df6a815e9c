package dev.holdfast.weaving.finding;

import dev.holdfast.core.config.Rule;
import dev.holdfast.core.config.Rules;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.weaving.model.PathTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * All that is found in jars and folders, without running anything.
 *
 * @param classes the classes in which something was found, in the order of the path
 * @param unimplemented what abstract methods declare and nothing on the path implements
 * @param idle rules that select nothing that could be guarded
 * @param unreadable what could not be read
 * @param count how many classes were looked at
 */
public record Scan(
    List<ScannedClass> classes,
    List<PlanProblem> unimplemented,
    List<Rule> idle,
    List<Unreadable> unreadable,
    int count) {

  public Scan {
    classes = List.copyOf(classes);
    unimplemented = List.copyOf(unimplemented);
    idle = List.copyOf(idle);
    unreadable = List.copyOf(unreadable);
  }

  /** A class and what was found in it. */
  public record ScannedClass(ClassModel type, List<Finding> findings) {

    public ScannedClass {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A class file or nested jar that could not be read.
   *
   * @param file where it is, in its jar
   * @param reason one sentence or more, ready to be shown
   */
  public record Unreadable(Path file, String reason) {}

  /**
   * Scans.
   *
   * @param path the jars and folders; it must stay open as long as findings are used with it
   * @param rules what is selected without an annotation
   * @param progress is told how many classes were looked at so far, after each
   * @throws IOException if a folder or jar cannot be read
   */
  public static Scan of(
      PathTypes path, Declarations declarations, Rules rules, IntConsumer progress)
      throws IOException {
    return new PathScan(path, declarations, rules).scan(progress);
  }
}
