package dev.holdfast.weaving.finding;

import dev.holdfast.weaving.model.ConstantPool;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a quick look at a class file tells. Every class of the application is looked at while it is
 * loaded, so the bytes are walked over once and next to nothing is allocated.
 *
 * @param name the class's binary name
 * @param holdsOurs whether a type of ours is named where annotations are; fields of our types count
 *     too, which costs a second look and nothing else
 * @param supertypes the superclass, unless it is {@code Object}, and the interfaces
 * @param annotations types of the annotations on the class, its methods and their parameters, those
 *     of {@code java} left out
 * @param functional interfaces that lambdas and method references may implement here, those of
 *     {@code java} left out
 * @param namesLoadClass whether the class has, or calls, a method {@code loadClass}
 * @param namesHandlers whether the class, or a lambda in it, may be a handler of JDK proxies
 */
public record Glance(
    String name,
    boolean holdsOurs,
    List<String> supertypes,
    List<String> annotations,
    List<String> functional,
    boolean namesLoadClass,
    boolean namesHandlers) {

  /** Of bytes that are no class file, or a broken one. */
  public static final Glance NOTHING =
      new Glance("", false, List.of(), List.of(), List.of(), false, false);

  private static final int SCRATCH = 4096;

  private static final AtomicReference<int @Nullable []> SPARE = new AtomicReference<>();

  public Glance {
    supertypes = List.copyOf(supertypes);
    annotations = List.copyOf(annotations);
    functional = List.copyOf(functional);
  }

  /** Looks at a class file; {@link #NOTHING} if it is broken. */
  public static Glance at(byte[] classFile) {
    int[] spare = SPARE.getAndSet(null);
    int[] scratch = spare == null ? new int[SCRATCH] : spare;
    try {
      ConstantPool pool = new ConstantPool(classFile, scratch);
      scratch = pool.scratch();
      return new GlancePass(pool).glance();
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      return NOTHING;
    } finally {
      SPARE.set(scratch);
    }
  }
}
