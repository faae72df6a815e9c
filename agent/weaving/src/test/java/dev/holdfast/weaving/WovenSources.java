package dev.holdfast.weaving;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.ConfigurationStart;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.weaving.adapter.HookCatalog;
import dev.holdfast.weaving.handler.Handlers;
import dev.holdfast.weaving.model.ClassBytes;
import dev.holdfast.weaving.rewrite.Manner;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few classes in package {@code shop}, compiled for one test, selected and woven as they are in
 * an application. No engine is plugged in: what is woven runs its bare bodies.
 */
final class WovenSources extends ClassLoader {

  private final Map<String, byte[]> classes;
  private final List<String> problems = new ArrayList<>();
  private final Selection selection;

  /**
   * @param settings as behind {@code -javaagent:JAR=}
   */
  WovenSources(String settings, String source) {
    this(settings, ClassBytes.compiled("package shop; import dev.holdfast.*;\n" + source));
  }

  WovenSources(String settings, Map<String, byte[]> classes) {
    super(WovenSources.class.getClassLoader());
    this.classes = classes;
    Configuration configuration =
        ConfigurationStart.read(settings, new Properties(), Map.of(), PolicyCatalog::installed)
            .configuration()
            .current();
    selection =
        new Selection(
            () -> configuration,
            new Planner(PolicyCatalog::installed),
            new HookCatalog(List.of()),
            new Handlers(),
            problem -> problems.add(problem.message()));
  }

  /** What is woven of a class. */
  Selection.Selected selected(String type, Manner manner) {
    return selection.select(this, bytes("shop." + type), manner);
  }

  /** What was found wrong meanwhile. */
  List<String> problems() {
    return problems;
  }

  /** What a class answers that has a public constructor. */
  Object answer(String type) throws ReflectiveOperationException {
    return ((Supplier<?>) loadClass("shop." + type).getConstructor().newInstance()).get();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!classes.containsKey(name)) {
      throw new ClassNotFoundException(name);
    }
    byte[] original = bytes(name);
    Selection.Selected selected = selection.select(this, original, Manner.MOVED);
    byte[] woven = selected.isEmpty() ? original : selected.shape().weave(original);
    return defineClass(name, woven, 0, woven.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] bytes = classes.get(name.replace(".class", "").replace('/', '.'));
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  private byte[] bytes(String name) {
    return Objects.requireNonNull(classes.get(name), name);
  }
}
