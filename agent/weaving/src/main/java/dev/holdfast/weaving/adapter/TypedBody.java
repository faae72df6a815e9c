package dev.holdfast.weaving.adapter;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.adapter.Adapter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;

/**
 * The body of a library's method as adapters know it, with its arguments one by one, also where the
 * class file is so old that its call site takes them in an array.
 *
 * @param arity how many arguments an array holds; -1: there is none
 */
record TypedBody(MethodHandle body, int arity) {

  private static final MethodType IN_AN_ARRAY = MethodType.methodType(Object.class, Object[].class);

  static TypedBody of(WovenSite site) throws ReflectiveOperationException {
    if (!site.type().equals(IN_AN_ARRAY)) {
      return new TypedBody(site.body(), -1);
    }
    MethodType type = declared(site);
    MethodHandle typed = site.body().asCollector(Object[].class, type.parameterCount());
    return new TypedBody(typed.asType(type), type.parameterCount());
  }

  private static MethodType declared(WovenSite site) throws ReflectiveOperationException {
    Class<?> owner = site.lookup().lookupClass();
    MethodType type =
        MethodType.fromMethodDescriptorString(site.descriptor(), owner.getClassLoader());
    int modifiers = owner.getDeclaredMethod(site.name(), type.parameterArray()).getModifiers();
    return Modifier.isStatic(modifiers) ? type : type.insertParameterTypes(0, owner);
  }

  /** The adapter's handle, of the call site's type. */
  MethodHandle through(Adapter adapter) throws ReflectiveOperationException {
    MethodHandle adapted = adapter.adapt(body).asType(body.type());
    return arity < 0 ? adapted : adapted.asSpreader(Object[].class, arity).asType(IN_AN_ARRAY);
  }
}
