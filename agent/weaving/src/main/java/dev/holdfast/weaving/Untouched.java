package dev.holdfast.weaving;

import dev.holdfast.weaving.finding.JdkProxies;

/**
 * Classes that are never woven: the JDK's, the agent's, and classes that were generated around
 * others and forward to them (the target is woven; guarding both would square the attempts). JDK
 * proxies are woven, because they may be the implementation.
 */
final class Untouched {

  private static final String[] PREFIXES = {
    "dev/holdfast/bridge/", "java/", "jdk/", "sun/", "net/bytebuddy/", "com/intellij/rt/",
  };

  private static final String[] GENERATED = {
    "$$SpringCGLIB$$",
    "$$EnhancerBy",
    "$$FastClassBy",
    "$$Lambda",
    "$HibernateProxy$",
    "$MockitoMock$",
    "$Proxy$_$$_Weld",
    "_$$_javassist",
    "$auxiliary$",
    "$ByteBuddy$",
  };

  private Untouched() {}

  static boolean is(ClassLoader loader, String className) {
    if (loader == Untouched.class.getClassLoader()
        || loader == ClassLoader.getPlatformClassLoader()) {
      return true;
    }
    if (JdkProxies.isOne(className)) {
      return false;
    }
    for (String prefix : PREFIXES) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    for (String part : GENERATED) {
      if (className.contains(part)) {
        return true;
      }
    }
    if (className.endsWith("_ClientProxy") || className.endsWith("_Subclass")) {
      return true;
    }
    return className.startsWith("dev/holdfast/") && className.indexOf('/', 13) < 0;
  }
}
