package dev.holdfast.weaving.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.FieldModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.ParameterModel;
import dev.holdfast.core.type.TypeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ClassFileReaderTest {

  @Test
  void readsAMethodWithGenericsAndAnnotations() {
    ClassModel shop = read(Shop.class);

    assertThat(shop.methods())
        .contains(
            new MethodModel(
                "pay",
                "(Ljava/util/List;JLjava/lang/String;)Ljava/util/Map;",
                Opcodes.ACC_PROTECTED,
                List.of(
                    new ParameterModel(
                        Optional.of("items"),
                        new TypeRef("java.util.List", List.of(TypeRef.of("java.lang.Number")), 0),
                        List.of()),
                    new ParameterModel(Optional.of("cents"), TypeRef.of("long"), List.of()),
                    new ParameterModel(
                        Optional.of("key"),
                        TypeRef.of("java.lang.String"),
                        List.of(new AnnotationModel("dev.holdfast.IdempotencyKey", Map.of())))),
                new TypeRef(
                    "java.util.Map",
                    List.of(TypeRef.of("java.lang.String"), new TypeRef("int", List.of(), 1)),
                    0),
                List.of(
                    new AnnotationModel(
                        "dev.holdfast.Retry",
                        Map.of(
                            "maxAttempts",
                            5,
                            "jitter",
                            "EQUAL",
                            "on",
                            List.of("java.lang.IllegalStateException"))))));
  }

  @Test
  void readsValuesOfEveryKind() {
    assertThat(read(Everything.class).annotations())
        .containsExactly(
            new AnnotationModel(
                Values.class.getName(),
                Map.of(
                    "flags", List.of(true, false),
                    "letter", 'x',
                    "octets", List.of((byte) 1, (byte) 2),
                    "wide", 5L,
                    "type", "int",
                    "types", List.of("java.util.Map$Entry", "java.lang.String[]"),
                    "units", List.of("DAYS", "HOURS"),
                    "nested", new AnnotationModel(Deprecated.class.getName(), Map.of("since", "1")),
                    "texts", List.of())));
  }

  @Test
  void readsAnnotationsThatAreNotKeptAtRunTime() {
    Map<String, byte[]> classes =
        ClassBytes.compiled("@interface Mark {} @Mark class A { @Mark void m(@Mark int i) {} }");
    AnnotationModel mark = new AnnotationModel("Mark", Map.of());

    ClassModel read = ClassFileReader.read(bytes(classes, "A"));

    assertThat(read.annotations()).containsExactly(mark);
    MethodModel method = read.method("m", "(I)V").orElseThrow();
    assertThat(method.annotations()).containsExactly(mark);
    assertThat(method.parameters())
        .containsExactly(new ParameterModel(Optional.empty(), TypeRef.of("int"), List.of(mark)));
  }

  @Test
  void readsTypeVariablesAsTheirBounds() {
    ClassModel page = read(Page.class);
    TypeRef entry = TypeRef.of("java.lang.Number").asVariable("E");
    TypeRef source = new TypeRef("java.util.Collection", List.of(entry), 0, Optional.of("S"));

    assertThat(page.variables()).containsExactly("E", "S");
    assertThat(page.superName()).contains("java.util.ArrayList");
    assertThat(page.supertypes())
        .containsExactly(
            new TypeRef("java.util.ArrayList", List.of(entry), 0),
            new TypeRef("java.util.function.Supplier", List.of(source), 0));
    assertThat(page.fields())
        .contains(
            new FieldModel("first", entry, Opcodes.ACC_TRANSIENT),
            new FieldModel(
                "rest",
                new TypeRef("java.lang.Number", List.of(), 2, Optional.of("E")),
                Opcodes.ACC_TRANSIENT));
    assertThat(page.method("most", "(Ljava/util/List;Ljava/lang/Comparable;)Ljava/util/Map;"))
        .get()
        .extracting(
            method -> method.parameters().get(0).type().toString(),
            method -> method.returnType().toString())
        .containsExactly(
            "java.util.List<java.lang.Comparable<java.lang.Comparable>>",
            "java.util.Map<java.lang.Object, java.util.List<java.lang.Object>>");
    assertThat(read(Page.Row.class).method("cell", "(Ljava/util/List;)Ljava/lang/Number;"))
        .get()
        .extracting(method -> method.parameters().get(0).type(), MethodModel::returnType)
        .containsExactly(
            new TypeRef("java.util.List", List.of(TypeRef.of("java.lang.Object")), 0),
            TypeRef.of("java.lang.Number"));
  }

  @Test
  void readsRecordsSealedTypesAndEnums() {
    ClassModel outcome = read(Outcome.class);
    ClassModel paid = read(Paid.class);

    assertThat(outcome.isInterface()).isTrue();
    assertThat(outcome.permitted()).containsExactly(Paid.class.getName());
    assertThat(paid.isRecord()).isTrue();
    assertThat(paid.recordComponents())
        .containsExactly(
            new FieldModel(
                "notes",
                new TypeRef("java.util.List", List.of(TypeRef.of("java.lang.String")), 0),
                0));
    assertThat(read(Size.class).isEnum()).isTrue();
  }

  @Test
  void alignsWhatSourceSaysWithTheParametersThatCompilersAdd() {
    List<ParameterModel> inner = constructor(read(ClassFileReaderTest.Inner.class)).parameters();
    List<ParameterModel> size = constructor(read(Size.class)).parameters();

    assertThat(inner).hasSize(2);
    assertThat(inner.get(0).isAnnotated("dev.holdfast.IdempotencyKey")).isFalse();
    assertThat(inner.get(1).isAnnotated("dev.holdfast.IdempotencyKey")).isTrue();
    assertThat(inner.get(1).type())
        .isEqualTo(new TypeRef("java.util.List", List.of(TypeRef.of("java.lang.String")), 0));
    assertThat(size).hasSize(3);
    assertThat(size.get(2).isAnnotated("dev.holdfast.IdempotencyKey")).isTrue();
    assertThat(size.get(2).type())
        .isEqualTo(new TypeRef("java.util.List", List.of(TypeRef.of("java.lang.String")), 0));
  }

  @Test
  void takesNamesFromDebugInformationWhereThereIsNoOtherSource() {
    String source =
        """
        class A {
          static void wide(long a, double b, int[] c) { for (int i = 0; i < 3; i++) { int j = i; } }
          int own(String text) { String text2 = text; return text2.length(); }
        }
        """;

    assertThat(names(source, "-g"))
        .isEqualTo(Map.of("<init>", "[]", "wide", "[a, b, c]", "own", "[text]"));
    assertThat(names(source, "-g:none", "-parameters"))
        .isEqualTo(Map.of("<init>", "[]", "wide", "[a, b, c]", "own", "[text]"));
    assertThat(names(source, "-g:none"))
        .isEqualTo(Map.of("<init>", "[]", "wide", "[?, ?, ?]", "own", "[?]"));
  }

  @Test
  void takesASignatureThatContradictsItsDescriptorAsAbsent() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_5, Opcodes.ACC_ABSTRACT, "A", "<broken", "java/lang/Object", null);
    for (String signature :
        List.of("", "(TX;)V", "(I)", "(II)V", "()V", "(Ljava/util/List<", "(J)J")) {
      writer.visitMethod(Opcodes.ACC_ABSTRACT, "m" + signature.length(), "(I)V", signature, null);
    }
    writer.visitField(0, "f", "Ljava/util/List;", "Ljava/util/Set<*>;", null);
    writer.visitEnd();

    ClassModel read = ClassFileReader.read(writer.toByteArray());

    assertThat(read.version()).isEqualTo(49);
    assertThat(read.fields()).containsExactly(new FieldModel("f", TypeRef.of("java.util.List"), 0));
    assertThat(read.methods())
        .hasSize(7)
        .allSatisfy(
            method -> {
              assertThat(method.parameters())
                  .containsExactly(
                      new ParameterModel(Optional.empty(), TypeRef.of("int"), List.of()));
              assertThat(method.returnType()).isEqualTo(TypeRef.of("void"));
            });
  }

  @Test
  void refusesAClassFileOfANewerJava() {
    byte[] bytes = ClassBytes.of(Shop.class);
    bytes[7] = 99;

    assertThatThrownBy(() -> ClassFileReader.read(bytes))
        .isInstanceOf(UnknownClassVersion.class)
        .hasMessage(
            "class file version: 99 (expected: <= 72) on "
                + Shop.class.getName()
                + ". It was compiled for Java 55 and is left as it is; use an agent that knows Java 55.");
  }

  @Test
  void refusesWhatIsNoClassFile() {
    byte[] half = Arrays.copyOf(ClassBytes.of(Shop.class), 300);

    assertThatThrownBy(() -> ClassFileReader.read(half))
        .isInstanceOf(CorruptClass.class)
        .hasMessage(
            "class file: 300 bytes that do not parse (expected: a class file of Java 1 or newer)."
                + " The class is left as it is; compile it again or fetch its jar again.");
    assertThatThrownBy(() -> ClassFileReader.read(new byte[0])).isInstanceOf(CorruptClass.class);
    assertThatThrownBy(() -> ClassFileReader.read(new byte[100])).isInstanceOf(CorruptClass.class);
  }

  private static Map<String, String> names(String source, String... options) {
    ClassModel read = ClassFileReader.read(bytes(ClassBytes.compiled(source, options), "A"));
    return read.methods().stream()
        .collect(
            Collectors.toMap(
                MethodModel::name,
                method ->
                    method.parameters().stream()
                        .map(parameter -> parameter.name().orElse("?"))
                        .toList()
                        .toString()));
  }

  private static byte[] bytes(Map<String, byte[]> classes, String name) {
    return classes.getOrDefault(name, new byte[0]);
  }

  private static MethodModel constructor(ClassModel type) {
    return type.methods().stream()
        .filter(method -> method.name().equals("<init>"))
        .findFirst()
        .orElseThrow();
  }

  private static ClassModel read(Class<?> type) {
    return ClassFileReader.read(ClassBytes.of(type));
  }

  static class Shop {
    @Retry(maxAttempts = 5, jitter = Jitter.EQUAL, on = IllegalStateException.class)
    protected Map<String, int[]> pay(
        List<? extends Number> items, long cents, @IdempotencyKey String key) {
      return Map.of(key, new int[] {items.size(), (int) cents});
    }
  }

  @interface Values {
    boolean[] flags();

    char letter();

    byte[] octets();

    long wide();

    Class<?> type();

    Class<?>[] types();

    TimeUnit[] units();

    Deprecated nested();

    String[] texts();

    int absent() default 1;
  }

  @Values(
      flags = {true, false},
      letter = 'x',
      octets = {1, 2},
      wide = 5,
      type = int.class,
      types = {Map.Entry.class, String[].class},
      units = {TimeUnit.DAYS, TimeUnit.HOURS},
      nested = @Deprecated(since = "1"),
      texts = {})
  static class Everything {}

  abstract static class Page<E extends Number, S extends Collection<E>> extends ArrayList<E>
      implements Supplier<S> {
    private static final long serialVersionUID = 1L;
    transient @Nullable E first;
    transient E @Nullable [][] rest;

    abstract <T extends Comparable<T>, K, V extends List<? super K>> Map<K, V> most(
        List<T> all, T other);

    abstract class Row {
      abstract E cell(List<S> sources);
    }
  }

  sealed interface Outcome {}

  record Paid(List<String> notes) implements Outcome {}

  enum Size {
    SMALL(List.of());

    Size(@IdempotencyKey List<String> names) {
      assert names != null;
    }
  }

  class Inner {
    Inner(@IdempotencyKey List<String> names) {
      assert names != null && ClassFileReaderTest.this != null;
    }
  }
}
