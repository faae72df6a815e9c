package dev.holdfast.weaving.finding;

import dev.holdfast.weaving.model.ConstantPool;
import java.util.ArrayList;
import java.util.List;

/** One walk over a class file's structure (JVM Specification 4.1) that steps over all code. */
final class GlancePass {

  private static final String OURS = "Ldev/holdfast/";
  private static final String JAVA = "Ljava/";
  private static final String HANDLER = "java/lang/reflect/InvocationHandler";
  private static final int MEMBER_HEAD = 6;
  private static final int ATTRIBUTE_HEAD = 6;

  private final ConstantPool pool;
  private final AnnotationNames annotations;
  private final List<String> functional = new ArrayList<>(0);

  /** The constants that are names of attributes; 0 where the class has no such attribute. */
  private int visible;

  private int invisible;
  private int visibleOnParameters;
  private int invisibleOnParameters;

  private boolean holdsOurs;
  private boolean namesLoadClass;
  private boolean namesHandlers;

  GlancePass(ConstantPool pool) {
    this.pool = pool;
    this.annotations = new AnnotationNames(pool, JAVA);
  }

  Glance glance() {
    lookAtConstants();
    int at = pool.end() + 2;
    String name = pool.className(pool.u2(at));
    at += 2;
    List<String> supertypes = new ArrayList<>(2);
    int superclass = pool.u2(at);
    if (superclass != 0 && !pool.isText(pool.u2(pool.place(superclass)), "java/lang/Object")) {
      supertypes.add(pool.className(superclass));
    }
    at += 2;
    for (int left = pool.u2(at); left > 0; left--) {
      at += 2;
      supertypes.add(pool.className(pool.u2(at)));
    }
    at += 2;
    if (visible + invisible + visibleOnParameters + invisibleOnParameters != 0) {
      at = afterMembers(at);
      at = afterMembers(at);
      afterAttributes(at);
    }
    return new Glance(
        name,
        holdsOurs,
        supertypes,
        annotations.names(),
        functional,
        namesLoadClass,
        namesHandlers);
  }

  private void lookAtConstants() {
    for (int index = 1; index < pool.size(); index++) {
      int tag = pool.tag(index);
      if (tag == ConstantPool.UTF8) {
        lookAtText(index);
      } else if (tag == ConstantPool.INVOKE_DYNAMIC) {
        lookAtLambda(index);
      }
    }
  }

  private void lookAtText(int index) {
    if (pool.startsWith(index, "L")) {
      holdsOurs |= isOurs(index);
    } else if (pool.startsWith(index, "Runtime")) {
      visible = pool.isText(index, "RuntimeVisibleAnnotations") ? index : visible;
      invisible = pool.isText(index, "RuntimeInvisibleAnnotations") ? index : invisible;
      visibleOnParameters =
          pool.isText(index, "RuntimeVisibleParameterAnnotations") ? index : visibleOnParameters;
      invisibleOnParameters =
          pool.isText(index, "RuntimeInvisibleParameterAnnotations")
              ? index
              : invisibleOnParameters;
    } else {
      namesLoadClass |= pool.isText(index, "loadClass");
      namesHandlers |= pool.isText(index, HANDLER);
    }
  }

  /** Packages below ours may belong to an application. */
  private boolean isOurs(int index) {
    return pool.startsWith(index, OURS) && pool.text(index).indexOf('/', OURS.length()) < 0;
  }

  /** The call site of a lambda returns the interface that the lambda implements. */
  private void lookAtLambda(int index) {
    int nameAndType = pool.u2(pool.place(index) + 2);
    String descriptor = pool.text(pool.u2(pool.place(nameAndType) + 2));
    int answer = descriptor.indexOf(')') + 1;
    if (descriptor.startsWith(JAVA, answer)) {
      namesHandlers |= descriptor.startsWith(HANDLER, answer + 1);
    } else if (descriptor.startsWith("L", answer)) {
      String name = descriptor.substring(answer + 1, descriptor.length() - 1).replace('/', '.');
      if (!functional.contains(name)) {
        functional.add(name);
      }
    }
  }

  private int afterMembers(int table) {
    int at = table + 2;
    for (int left = pool.u2(table); left > 0; left--) {
      at = afterAttributes(at + MEMBER_HEAD);
    }
    return at;
  }

  private int afterAttributes(int table) {
    int at = table + 2;
    for (int left = pool.u2(table); left > 0; left--) {
      int name = pool.u2(at);
      int length = pool.u4(at + 2);
      if (length < 0) {
        throw new IllegalArgumentException("attribute length: " + length);
      }
      at += ATTRIBUTE_HEAD;
      if (name == visible || name == invisible) {
        annotations.read(at);
      } else if (name == visibleOnParameters || name == invisibleOnParameters) {
        annotations.readOfParameters(at);
      }
      at += length;
    }
    return at;
  }
}
