package dev.holdfast.weaving;

import dev.holdfast.core.carrier.LibraryCarrier;
import dev.holdfast.core.log.ApplicationLog;
import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.weaving.finding.Glance;
import dev.holdfast.weaving.finding.JdkProxies;
import dev.holdfast.weaving.model.LayerFiles;
import dev.holdfast.weaving.model.LoaderFiles;
import dev.holdfast.weaving.rewrite.Manner;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Set<Class<?>> loadedBefore = ConcurrentHashMap.newKeySet();

  WeavingTransformer(Selection selection, Guards guards, Modules modules) {
    this.selection = selection;
    this.guards = guards;
    this.modules = modules;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String givenName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null) {
      return null;
    }
    String className = givenName == null ? nameIn(classFile) : givenName;
    if (className.isEmpty() || Untouched.is(loader, className)) {
      return null;
    }
    if (LoaderFiles.isAsking(loader)) {
      return null;
    }
    if (className.equals("org/slf4j/LoggerFactory")) {
      ApplicationLog.INSTANCE.offer(loader);
    }
    LibraryCarrier.offer(className, loader);
    if (module != null) {
      LayerFiles.note(loader, module);
    }
    try {
      return redefined == null
          ? weave(module, loader, className, classFile, Manner.MOVED)
          : weaveAgain(module, redefined, className, classFile);
    } catch (Throwable fault) {
      LOG.warn("{} stays unwoven", className.replace('/', '.'), fault);
      return null;
    }
  }

  /** A loader may define a class without saying its name. */
  private static String nameIn(byte[] classFile) {
    return Glance.at(classFile).name().replace('.', '/');
  }

  private byte @Nullable [] weave(
      @Nullable Module module,
      ClassLoader loader,
      String className,
      byte[] classFile,
      Manner manner) {
    Selection.Selected selected = selection.select(loader, classFile, manner);
    if (selected.isEmpty()) {
      return null;
    }
    WovenClasses.Shape shape = selected.shape();
    byte[] result = shape.weave(classFile);
    if (module != null) {
      modules.letIn(module, className, classFile);
    }
    selected.guards().forEach(guard -> register(loader, className.replace('/', '.'), guard));
    woven.remember(loader, className, shape);
    LOG.debug("woven: {} {}", className.replace('/', '.'), shape.methods());
    return result;
  }

  private void register(ClassLoader loader, String owner, Guard guard) {
    if (JdkProxies.isOne(owner)) {
      guards.registerProxied(loader, owner, guard);
    } else {
      guards.register(loader, guard);
    }
  }

  /**
   * A class that is there already must keep the members it has: those of its first weaving. One
   * that was loaded before the agent came is woven when its turn has come.
   */
  private byte @Nullable [] weaveAgain(
      @Nullable Module module, Class<?> redefined, String className, byte[] classFile) {
    ClassLoader loader = redefined.getClassLoader();
    WovenClasses.Shape shape = woven.shape(loader, className);
    if (shape != null) {
      MockitoMocks.in(classFile)
          .ifPresent(mocks -> guards.mocked(loader, redefined.getName(), mocks));
      return shape.weave(classFile);
    }
    return loadedBefore.remove(redefined)
        ? weave(module, loader, className, classFile, Manner.IN_PLACE)
        : null;
  }

  /**
   * Whether a class that is loaded already may have to be woven in place; next time it is
   * transformed it will be.
   *
   * @param classFile empty where its loader has none to show
   */
  boolean mayWeaveInPlace(Class<?> type, Optional<byte[]> classFile) {
    ClassLoader loader = type.getClassLoader();
    String className = type.getName().replace('.', '/');
    boolean isCandidate =
        loader != null
            && !Untouched.is(loader, className)
            && woven.shape(loader, className) == null
            && classFile.map(bytes -> selection.concerns(loader, bytes)).orElse(true);
    if (isCandidate) {
      loadedBefore.add(type);
    }
    return isCandidate;
  }

  /** What was woven of a class; null if nothing was. */
  WovenClasses.@Nullable Shape shape(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null ? null : woven.shape(loader, type.getName().replace('.', '/'));
  }

  /** A class could not be transformed: it stays as it was. */
  void giveUp(Class<?> type) {
    loadedBefore.remove(type);
    ClassLoader loader = type.getClassLoader();
    String className = type.getName().replace('.', '/');
    WovenClasses.Shape shape = woven.shape(loader, className);
    if (shape != null) {
      woven.forget(loader, className);
      shape.methods().forEach(method -> guards.unregister(loader, type.getName(), method));
    }
  }
}
