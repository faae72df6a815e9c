package dev.holdfast.core.type;

import dev.holdfast.core.plan.GuardedMethod;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Models of classes that a test has loaded, so that tests of the core need no reader of class
 * files. Differs from a class file in what reflection hides: annotations that are not kept at run
 * time, static initialisers, and the order of members (here methods by name and descriptor).
 * Modifiers of nested classes are those of the source.
 */
public record ReflectedModels(ClassLoader loader) implements ClassModels {

  /** The models as this class's own loader sees them. */
  public static final ReflectedModels ALL =
      new ReflectedModels(ReflectedModels.class.getClassLoader());

  /** The only method of that name that the class declares, ready to be guarded. */
  public static GuardedMethod guarded(Class<?> owner, String name) {
    List<Method> homonyms =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(method -> method.getName().equals(name) && !method.isSynthetic())
            .toList();
    if (homonyms.size() != 1) {
      throw new IllegalArgumentException(
          "name: " + name + " (expected: one method of " + owner + ", found " + homonyms + ")");
    }
    return guarded(homonyms.get(0));
  }

  /** The method of that name and those parameters that the class declares, ready to be guarded. */
  public static GuardedMethod guarded(Class<?> owner, String name, Class<?>... parameters) {
    try {
      return guarded(owner.getDeclaredMethod(name, parameters));
    } catch (NoSuchMethodException missing) {
      throw new IllegalArgumentException(missing);
    }
  }

  private static GuardedMethod guarded(Method method) {
    ReflectedModels models = new ReflectedModels(loaderOf(method.getDeclaringClass()));
    return new GuardedMethod(of(method.getDeclaringClass()), of(method), models);
  }

  private static ClassLoader loaderOf(Class<?> type) {
    ClassLoader own = type.getClassLoader();
    return own == null ? ClassLoader.getPlatformClassLoader() : own;
  }

  @Override
  public Optional<ClassModel> find(String binaryName) {
    try {
      Class<?> type = Class.forName(binaryName, false, loader);
      return type.isArray() ? Optional.empty() : Optional.of(of(type));
    } catch (ClassNotFoundException | LinkageError missing) {
      return Optional.empty();
    }
  }

  /** The model of a class; not for arrays and primitives. */
  public static ClassModel of(Class<?> type) {
    return new ClassModel(
        type.getName(),
        version(type),
        type.getModifiers(),
        superName(type),
        Arrays.stream(type.getInterfaces()).map(Class::getName).toList(),
        ReflectedAnnotations.of(type.getDeclaredAnnotations()),
        Arrays.stream(type.getDeclaredFields()).map(ReflectedModels::of).toList(),
        Stream.concat(
                Arrays.stream(type.getDeclaredConstructors()).map(ReflectedModels::of),
                Arrays.stream(type.getDeclaredMethods()).map(ReflectedModels::of))
            .sorted(Comparator.comparing(method -> method.name() + method.descriptor()))
            .toList(),
        optional(type.getRecordComponents()).map(ReflectedModels::of).toList(),
        optional(type.getPermittedSubclasses()).map(Class::getName).toList(),
        Arrays.stream(type.getTypeParameters()).map(TypeVariable::getName).toList(),
        Stream.concat(
                type.isInterface() ? Stream.of(Object.class) : superType(type),
                Arrays.stream(type.getGenericInterfaces()))
            .map(ReflectedTypes::of)
            .toList());
  }

  private static Stream<Type> superType(Class<?> type) {
    return Stream.ofNullable(type.getGenericSuperclass());
  }

  /** The model of a method. */
  public static MethodModel of(Method method) {
    return of(method, method.getName(), method.getReturnType(), method.getGenericReturnType());
  }

  private static MethodModel of(Constructor<?> constructor) {
    return of(constructor, "<init>", void.class, void.class);
  }

  private static MethodModel of(Executable member, String name, Class<?> erased, Type answer) {
    return new MethodModel(
        name,
        MethodType.methodType(erased, member.getParameterTypes()).toMethodDescriptorString(),
        member.getModifiers(),
        parameters(member),
        ReflectedTypes.of(answer),
        ReflectedAnnotations.of(member.getDeclaredAnnotations()));
  }

  /** Compilers leave the parameters that they add out of the generic signature. */
  private static List<ParameterModel> parameters(Executable member) {
    Parameter[] parameters = member.getParameters();
    Type[] generic = member.getGenericParameterTypes();
    boolean isComplete = generic.length == parameters.length;
    return IntStream.range(0, parameters.length)
        .mapToObj(index -> of(parameters[index], isComplete ? generic[index] : null))
        .toList();
  }

  private static ParameterModel of(Parameter parameter, @Nullable Type generic) {
    return new ParameterModel(
        parameter.isNamePresent() ? Optional.of(parameter.getName()) : Optional.empty(),
        ReflectedTypes.of(generic == null ? parameter.getType() : generic),
        ReflectedAnnotations.of(parameter.getDeclaredAnnotations()));
  }

  private static FieldModel of(Field field) {
    return new FieldModel(
        field.getName(), ReflectedTypes.of(field.getGenericType()), field.getModifiers());
  }

  private static FieldModel of(RecordComponent component) {
    return new FieldModel(
        component.getName(),
        ReflectedTypes.of(component.getGenericType()),
        Modifier.PRIVATE | Modifier.FINAL);
  }

  private static Optional<String> superName(Class<?> type) {
    return type.isInterface()
        ? Optional.of("java.lang.Object")
        : Optional.ofNullable(type.getSuperclass()).map(Class::getName);
  }

  private static <T> Stream<T> optional(T @Nullable [] elements) {
    return elements == null ? Stream.empty() : Arrays.stream(elements);
  }

  /** Classes made at run time have no class file to be found: they count as the newest. */
  private static int version(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getResourceAsStream(file)) {
      if (bytes == null) {
        return Runtime.version().feature() + 44;
      }
      DataInputStream data = new DataInputStream(bytes);
      data.readInt();
      data.readUnsignedShort();
      return data.readUnsignedShort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
