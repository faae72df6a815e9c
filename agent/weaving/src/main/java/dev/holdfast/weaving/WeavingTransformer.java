package dev.holdfast.weaving;

import dev.holdfast.core.log.ApplicationLog;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.weaving.model.LoaderFiles;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weaves classes while they are loaded. Whatever fails in here, the class is loaded as it was: this
 * is one of the doors at which the engine's faults stop.
 */
final class WeavingTransformer implements ClassFileTransformer {

  private static final Logger LOG = LoggerFactory.getLogger(WeavingTransformer.class);

  private final Selection selection;
  private final Guards guards;
  private final Modules modules;
  private final WovenClasses woven = new WovenClasses();

  WeavingTransformer(Selection selection, Guards guards, Modules modules) {
    this.selection = selection;
    this.guards = guards;
    this.modules = modules;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || className == null || Untouched.is(loader, className)) {
      return null;
    }
    if (LoaderFiles.isAsking(loader)) {
      return null;
    }
    if (className.equals("org/slf4j/LoggerFactory")) {
      ApplicationLog.INSTANCE.offer(loader);
    }
    try {
      return redefined == null
          ? weave(module, loader, className, classFile)
          : weaveAgain(loader, className, classFile);
    } catch (Throwable fault) {
      LOG.warn("{} stays unwoven", className.replace('/', '.'), fault);
      return null;
    }
  }

  private byte @Nullable [] weave(
      @Nullable Module module, ClassLoader loader, String className, byte[] classFile) {
    Selection.Selected selected = selection.select(loader, classFile);
    if (selected.isEmpty()) {
      return null;
    }
    WovenClasses.Shape shape = new WovenClasses.Shape(selected.methods(), selected.isLoader());
    byte[] result = shape.weave(classFile);
    if (module != null) {
      modules.letRead(module);
    }
    selected.guards().forEach(guard -> guards.register(loader, guard));
    woven.remember(loader, className, shape);
    LOG.debug("woven: {} {}", className.replace('/', '.'), selected.methods());
    return result;
  }

  /** A class that is there already must keep the members it has: those of its first weaving. */
  private byte @Nullable [] weaveAgain(ClassLoader loader, String className, byte[] classFile) {
    WovenClasses.Shape shape = woven.shape(loader, className);
    return shape == null ? null : shape.weave(classFile);
  }
}
