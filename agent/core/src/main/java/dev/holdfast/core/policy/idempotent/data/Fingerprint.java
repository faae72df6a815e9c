package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.pipeline.Access;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the arguments of one call from those of another: SHA-256 over their canonical form, in
 * which sets and maps have no order and fields go by their names. The same in every JVM. Arguments
 * themselves are not kept.
 *
 * <p>Bound when it is first needed, so that start-up does not pay for it.
 */
public final class Fingerprint {

  /** How much of one argument is looked at, in values and characters. */
  private static final int MOST = 64 << 20;

  /** Stands for an argument that turned out to have no canonical form. */
  private static final Object FORMLESS = false;

  private final Map<Integer, Shapes> parameters;
  private final @Nullable ClassLoader loader;
  private final Access access;
  private volatile @Nullable Map<Integer, Form> forms;

  /**
   * @param parameters the shapes of the parameters that are compared, by their indexes
   * @param loader finds their classes
   */
  public Fingerprint(Map<Integer, Shapes> parameters, @Nullable ClassLoader loader, Access access) {
    this.parameters = Map.copyOf(parameters);
    this.loader = loader;
    this.access = access;
  }

  /**
   * The fingerprint of arguments, as 64 hexadecimal digits.
   *
   * @param arguments all of them
   * @param first the index of the first parameter's, 1 if a receiver comes before it
   */
  public String of(@Nullable Object[] arguments, int first) {
    @Nullable Object[] data = new Object[arguments.length - first];
    forms().forEach((index, form) -> data[index] = data(form, arguments[index + first]));
    return CanonicalDigest.of(Arrays.asList(data));
  }

  private static @Nullable Object data(Form form, @Nullable Object argument) {
    try {
      return form.toData(argument, Budget.ofArgument(MOST));
    } catch (RuntimeException | StackOverflowError formless) {
      return FORMLESS;
    }
  }

  private Map<Integer, Form> forms() {
    Map<Integer, Form> bound = forms;
    if (bound == null) {
      Map<Integer, Form> made = new LinkedHashMap<>();
      parameters.forEach(
          (index, shapes) -> made.put(index, FormBinder.bind(shapes, loader, access)));
      bound = made;
      forms = bound;
    }
    return bound;
  }
}
