package dev.holdfast.weaving.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bridge.Bootstrap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A library with every method of every class woven, loaded by a loader of its own. */
final class WovenLibrary extends ClassLoader implements AutoCloseable {

  private final JarFile jar;
  private final Manner manner;
  private final List<String> failures = new ArrayList<>();
  private int classes;
  private int sites;

  WovenLibrary(URL location, Manner manner) throws IOException {
    super(ClassLoader.getSystemClassLoader());
    this.jar = new JarFile(location.getPath());
    this.manner = manner;
  }

  /** Loads, verifies and links everything. */
  void loadAll() {
    for (JarEntry entry : Collections.list(jar.entries())) {
      String name = entry.getName();
      if (name.endsWith(".class")
          && !name.startsWith("META-INF")
          && !name.endsWith("-info.class")) {
        load(name.substring(0, name.length() - 6).replace('/', '.'));
      }
    }
  }

  int methods() {
    return sites;
  }

  int classes() {
    return classes;
  }

  List<String> failures() {
    return failures;
  }

  private void load(String name) {
    try {
      Class<?> type = loadClass(name);
      assertThat(type.getDeclaredMethods()).isNotNull(); // links, and so verifies
      classes++;
      linkSites(type);

    } catch (NoClassDefFoundError | ClassNotFoundException optional) {
      // a class for a library that is not there; without weaving it would not load either
      if (optional.getMessage() == null || !isMissing(optional.getMessage())) {
        failures.add(name + ": " + optional);
      }
    } catch (LinkageError | ReflectiveOperationException failure) {
      failures.add(name + ": " + failure);
    }
  }

  private boolean isMissing(String name) {
    return jar.getEntry(name.replace('.', '/') + ".class") == null;
  }

  private void linkSites(Class<?> type) throws ReflectiveOperationException {
    Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    new ClassReader(woven(type.getName()))
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                return new SiteLinker(lookup);
              }
            },
            ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && jar.getEntry(name.replace('.', '/') + ".class") != null) {
        byte[] bytes = woven(name);
        loaded = defineClass(name, bytes, 0, bytes.length);
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  private byte[] woven(String name) {
    try (InputStream file = jar.getInputStream(jar.getEntry(name.replace('.', '/') + ".class"))) {
      byte[] original = file.readAllBytes();
      Set<String> weavable = weavable(original);
      return weavable.isEmpty() ? original : manner.weave(original, weavable);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Set<String> weavable(byte[] original) {
    Set<String> names = new HashSet<>();
    ClassReader reader = new ClassReader(original);
    if (reader.readUnsignedShort(6) < Weaver.OLDEST) {
      return names;
    }
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            int excluded = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNTHETIC;
            int tooLate = Opcodes.ACC_SYNCHRONIZED;
            if ((access & (isInPlace() ? excluded | tooLate : excluded)) == 0
                && !(isInPlace() && isWide(descriptor))
                && !name.startsWith("<")) {
              names.add(name + descriptor);
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE);
    return names;
  }

  private boolean isInPlace() {
    return manner == Manner.IN_PLACE;
  }

  private static boolean isWide(String descriptor) {
    return Type.getArgumentsAndReturnSizes(descriptor) >> 2 > Weaver.MOST_SLOTS;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }

  private final class SiteLinker extends MethodVisitor {

    private final Lookup lookup;
    private final List<Object> constants = new ArrayList<>();

    SiteLinker(Lookup lookup) {
      super(Opcodes.ASM9);
      this.lookup = lookup;
    }

    @Override
    public void visitLdcInsn(Object constant) {
      constants.add(constant);
    }

    /** Class files of Java 5 and 6 call a bridge that links at the first call. */
    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals("dev/holdfast/bridge/Calls") && name.equals("inPlace")) {
        sites++;
      } else if (owner.equals("dev/holdfast/bridge/Calls") && descriptor.startsWith("([")) {
        List<Object> site = constants.subList(constants.size() - 3, constants.size());
        link(
            (String) site.get(0),
            "([Ljava/lang/Object;)Ljava/lang/Object;",
            site.get(2),
            site.get(1),
            Bootstrap.STATIC);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      if (bootstrap.getOwner().equals("dev/holdfast/bridge/Bootstrap")) {
        link(name, descriptor, arguments[0], arguments[1], (Integer) arguments[2]);
      }
    }

    private void link(
        String name, String siteDescriptor, Object body, Object descriptor, int flags) {
      sites++;
      try {
        MethodType type = MethodType.fromMethodDescriptorString(siteDescriptor, WovenLibrary.this);
        CallSite site =
            Bootstrap.link(lookup, name, type, (String) body, (String) descriptor, flags);
        if (!site.type().equals(type)) {
          failures.add(lookup + "#" + name + siteDescriptor + ": linked as " + site.type());
        }
      } catch (TypeNotPresentException | NoClassDefFoundError optional) {
        // a parameter of a library that is not there: the method cannot be called either way
      } catch (ReflectiveOperationException | LinkageError failure) {
        failures.add(lookup + "#" + name + siteDescriptor + ": " + failure);
      }
    }
  }
}
