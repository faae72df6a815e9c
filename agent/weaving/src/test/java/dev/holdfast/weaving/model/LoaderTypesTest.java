package dev.holdfast.weaving.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.type.ClassModel;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LoaderTypesTest {

  private static final String NAME = Shop.class.getName();

  @Test
  void findsWhatTheLoaderFindsAndLoadsNothing() {
    AtomicInteger loads = new AtomicInteger();
    ClassLoader loader =
        new Resources(name -> new ByteArrayInputStream(ClassBytes.of(Shop.class))) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            loads.incrementAndGet();
            return super.loadClass(name, resolve);
          }
        };

    assertThat(new LoaderTypes(loader).find(NAME)).map(ClassModel::name).contains(NAME);
    assertThat(loads).hasValue(0);
  }

  @Test
  void findsTheJdkForTheBootLoader() {
    LoaderTypes boot = new LoaderTypes(null);

    assertThat(boot.find("java.util.List")).map(ClassModel::isInterface).contains(true);
    assertThat(boot.find("java.sql.Connection")).isPresent();
    assertThat(boot.find(NAME)).isEmpty();
    assertThat(boot.isSubtype("java.util.ArrayList", "java.lang.Iterable")).isTrue();
  }

  @Test
  void asksOnceForWhatIsThereAndForWhatIsNot() {
    List<String> asked = new ArrayList<>();
    LoaderTypes types =
        new LoaderTypes(
            new Resources(
                name -> {
                  asked.add(name);
                  return name.endsWith("Shop.class")
                      ? new ByteArrayInputStream(ClassBytes.of(Shop.class))
                      : null;
                }));

    Optional<ClassModel> first = types.find(NAME);

    assertThat(types.find(NAME)).isEqualTo(first).isPresent();
    assertThat(types.find("shop.Missing")).isEmpty();
    assertThat(types.find("shop.Missing")).isEmpty();
    assertThat(asked).containsExactly(NAME.replace('.', '/') + ".class", "shop/Missing.class");
  }

  @Test
  void survivesALoaderThatFailsOrAnswersNonsense() {
    List<Function<String, @Nullable InputStream>> loaders =
        List.of(
            name -> {
              throw new IllegalStateException("closed");
            },
            name -> {
              throw new NoClassDefFoundError(name);
            },
            name -> null,
            name -> new ByteArrayInputStream(new byte[10]),
            name -> new ByteArrayInputStream(ClassBytes.of(LoaderTypesTest.class)));

    assertThat(loaders)
        .allSatisfy(
            answer -> assertThat(new LoaderTypes(new Resources(answer)).find(NAME)).isEmpty());
  }

  @Test
  void answersNoneFromALoaderThatTheThreadIsInside() {
    List<Object> seen = new ArrayList<>();
    AtomicReference<@Nullable LoaderTypes> self = new AtomicReference<>();
    AtomicReference<@Nullable ClassLoader> inside = new AtomicReference<>();
    Resources loader =
        new Resources(
            name -> {
              seen.add(LoaderFiles.isAsking(inside.get()));
              seen.add(Objects.requireNonNull(self.get()).find(NAME + "Other"));
              seen.add(LoaderFiles.isAsking(null));
              seen.add(new LoaderTypes(null).find("java.util.List").isPresent());
              return name.endsWith("Other.class")
                  ? new ByteArrayInputStream(ClassBytes.of(ShopOther.class))
                  : null;
            });
    inside.set(loader);
    LoaderTypes types = new LoaderTypes(loader);
    self.set(types);

    assertThat(types.find(NAME)).isEmpty();
    assertThat(seen).containsExactly(true, Optional.empty(), false, true);
    assertThat(LoaderFiles.isAsking(loader)).isFalse();
    assertThat(types.find(NAME + "Other")).isPresent();
  }

  @Test
  void closesWhatItOpens() {
    AtomicInteger closed = new AtomicInteger();
    Resources loader =
        new Resources(
            name ->
                new ByteArrayInputStream(ClassBytes.of(Shop.class)) {
                  @Override
                  public void close() {
                    closed.incrementAndGet();
                  }
                });

    new LoaderTypes(loader).find(NAME);

    assertThat(closed).hasValue(1);
  }

  @Test
  void knowsAGeneratedClassThatItWasToldOf() {
    LoaderTypes types = new LoaderTypes(new Resources(name -> null));

    types.note(ClassFileReader.read(ClassBytes.of(Shop.class)));

    assertThat(types.find(NAME)).isPresent();
  }

  static class Shop {}

  static class ShopOther {}

  private static class Resources extends ClassLoader {

    private final Function<String, @Nullable InputStream> answer;

    Resources(Function<String, @Nullable InputStream> answer) {
      super(null);
      this.answer = answer;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return answer.apply(name);
    }
  }
}
