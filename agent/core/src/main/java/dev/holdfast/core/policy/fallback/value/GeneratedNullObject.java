package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.pipeline.Access;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The null object of an interface: generated when first needed, then the same for ever. */
final class GeneratedNullObject implements Value {

  private static final Logger LOG = LoggerFactory.getLogger(GeneratedNullObject.class);

  private static final Object IMPOSSIBLE = new Object();

  private final JavaType type;
  private final NullObjects others;
  private final Access access;

  /** What was generated first, by whichever thread; the marker if nothing can be. */
  private final AtomicReference<@Nullable Object> instance = new AtomicReference<>();

  GeneratedNullObject(JavaType type, NullObjects others, Access access) {
    this.type = type;
    this.others = others;
    this.access = access;
  }

  @Override
  public @Nullable Object make() {
    if (instance.get() == null) {
      instance.compareAndSet(null, generate());
    }
    Object generated = instance.get();
    return generated == IMPOSSIBLE ? null : generated;
  }

  @Override
  public boolean isPrompt() {
    return true;
  }

  /** The JDK cannot implement hidden interfaces, nor such as miss a class. */
  private Object generate() {
    Class<?> raw = type.raw();
    try {
      return Proxy.newProxyInstance(
          raw.getClassLoader(), new Class<?>[] {raw}, new NullBehaviour(type, others, access));
    } catch (IllegalArgumentException | LinkageError impossible) {
      LOG.debug("{} has no null object but null", raw.getName(), impossible);
      return IMPOSSIBLE;
    }
  }
}
