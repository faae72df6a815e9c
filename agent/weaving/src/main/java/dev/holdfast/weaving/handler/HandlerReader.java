package dev.holdfast.weaving.handler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the handlers in a class: its own {@code invoke}, and its methods that lambdas and method
 * references make handlers of. What such a method calls in the same class, lambdas included, counts
 * as part of it; what else is in the class does not.
 */
final class HandlerReader extends ClassVisitor {

  private static final String HANDLER = "java/lang/reflect/InvocationHandler";
  private static final String PARAMETERS =
      "Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;)";
  private static final String INVOKE = "invoke(" + PARAMETERS + "Ljava/lang/Object;";

  private final Map<String, Words> methods = new HashMap<>();
  private final Set<String> handlers = new LinkedHashSet<>();
  private String owner = "";
  private boolean isHandler;

  /**
   * @param said words: names of what is called and made, and texts
   * @param called methods of the same class
   */
  private record Words(Set<String> said, Set<String> called) {}

  private HandlerReader() {
    super(Opcodes.ASM9);
  }

  static List<HandlerBody> read(byte[] classFile) {
    HandlerReader reader = new HandlerReader();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.bodies();
  }

  private List<HandlerBody> bodies() {
    List<HandlerBody> bodies = new ArrayList<>();
    if (isHandler && methods.containsKey(INVOKE)) {
      bodies.add(body(INVOKE, Set.of(ownName())));
    }
    for (String handler : handlers) {
      if (methods.containsKey(handler)) {
        bodies.add(body(handler, Set.of()));
      }
    }
    return bodies;
  }

  /** Without the names around it: a class named so may hold handlers of every kind. */
  private String ownName() {
    return owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
  }

  private HandlerBody body(String method, Set<String> names) {
    String folder = owner.substring(0, owner.lastIndexOf('/') + 1);
    int nested = owner.indexOf('$', folder.length());
    String place = nested < 1 ? owner : owner.substring(0, nested);
    Set<String> words = words(method);
    Set<String> own = new HashSet<>(names);
    words.forEach(word -> own.add(word.replace(place, "").replace(folder, "")));
    words.addAll(names);
    return HandlerBody.of(method, words, own);
  }

  private Set<String> words(String method) {
    Set<String> words = new HashSet<>();
    Set<String> seen = new HashSet<>(Set.of(method));
    Deque<String> open = new ArrayDeque<>(seen);
    for (String next = open.poll(); next != null; next = open.poll()) {
      Words of = methods.get(next);
      if (of != null) {
        words.addAll(of.said);
        of.called.stream().filter(seen::add).forEach(open::add);
      }
    }
    return words;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
    isHandler = interfaces != null && Arrays.asList(interfaces).contains(HANDLER);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((access & Opcodes.ACC_ABSTRACT) != 0) {
      return null;
    }
    Words words = new Words(new HashSet<>(), new HashSet<>());
    methods.put(name + descriptor, words);
    return new Instructions(words);
  }

  private final class Instructions extends MethodVisitor {

    private final Words words;

    Instructions(Words words) {
      super(Opcodes.ASM9);
      this.words = words;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String method, String descriptor, boolean isInterface) {
      call(type, method, descriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String field, String descriptor) {
      words.said.add(type.equals(owner) ? field : type + '.' + field);
      words.said.add(descriptor);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (!type.equals(owner)) {
        words.said.add(type);
      }
    }

    @Override
    public void visitLdcInsn(Object constant) {
      words.said.add(constant.toString());
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String site, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          call(handle.getOwner(), handle.getName(), handle.getDesc());
          noteHandler(site, handle);
        } else if (argument instanceof String text) {
          words.said.add(text);
        }
      }
    }

    private void noteHandler(String site, Handle handle) {
      boolean isOne =
          Objects.equals(Type.getReturnType(site).getInternalName(), HANDLER)
              && handle.getOwner().equals(owner)
              && handle.getDesc().contains(PARAMETERS);
      if (isOne) {
        handlers.add(handle.getName() + handle.getDesc());
      }
    }

    private void call(String type, String method, String descriptor) {
      if (type.equals(owner)) {
        words.said.add(method);
        words.called.add(method + descriptor);
      } else {
        words.said.add(type + '.' + method);
      }
    }
  }
}
