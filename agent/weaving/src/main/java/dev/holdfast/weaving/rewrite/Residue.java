package dev.holdfast.weaving.rewrite;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a detached agent, if classes were loaded under it: the JVM refuses every
 * transformation by anybody that does not bring forth the members that those classes have.
 *
 * <p>It is loaded by a loader of its own and uses nothing but this package, so that the engine's
 * loader can go.
 *
 * @param moved by class, because a loader may have a hash code of its own, or none: name and
 *     descriptor, written together
 * @param movedWithUid the same of classes that declare a serialVersionUID
 */
public record Residue(Map<Class<?>, Set<String>> moved, Map<Class<?>, Set<String>> movedWithUid)
    implements ClassFileTransformer {

  public Residue {
    moved = Collections.synchronizedMap(new WeakHashMap<>(moved));
    movedWithUid = Collections.synchronizedMap(new WeakHashMap<>(movedWithUid));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (redefined == null) {
      return null;
    }
    Set<String> plain = moved.get(redefined);
    if (plain != null) {
      return Weaver.weaveBare(classFile, plain, false);
    }
    Set<String> withUid = movedWithUid.get(redefined);
    return withUid == null ? null : Weaver.weaveBare(classFile, withUid, true);
  }
}
