package dev.holdfast.weaving.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.weaving.model.ClassBytes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HeritageTest {

  private static final Map<String, byte[]> CLASSES =
      ClassBytes.compiled(
          """
          package p;
          import dev.holdfast.*;
          interface Port { @Retry void send(); }
          interface Port2 extends Port {}
          class Base implements Port2 { public void send() {} }
          class Deep extends Base {}
          @Retry @interface Patient {}
          @Patient @interface VeryPatient {}
          class ByMeta { @VeryPatient void m() {} }
          class ByParameter { void m(@Circle1 @VeryPatient int i) {} }
          class SubOfMeta extends ByMeta {}
          @Circle2 @interface Circle1 {}
          @Circle1 @Patient @interface Circle2 {}
          class InCircle { @Circle1 void m() {} }
          @Loop2 @interface Loop1 {}
          @Loop1 @interface Loop2 {}
          class Plain extends java.util.ArrayList<String> { @Loop1 void m() {} }
          class SubOfPlain extends Plain {}
          class Task implements java.util.concurrent.RunnableFuture<String> {
            public void run() {}
            public boolean cancel(boolean hard) { return false; }
            public boolean isCancelled() { return false; }
            public boolean isDone() { return false; }
            public String get() { return ""; }
            public String get(long time, java.util.concurrent.TimeUnit unit) { return ""; }
          }
          class User {
            Object port() { return (Port2) () -> {}; }
          }
          class Stranger extends Missing { Runnable r() { return () -> {}; } }
          class Missing {}
          """);

  private final Files loader = new Files();
  private final Heritage heritage = new Heritage(List.of());

  @Test
  void followsSupertypesAndMetaAnnotations() {
    for (String name :
        List.of("Port", "Port2", "Base", "Deep", "Patient", "ByMeta", "ByParameter", "SubOfMeta")) {
      assertThat(concerns(new Heritage(List.of()), name)).as(name).isTrue();
    }
    for (String name : List.of("Loop1", "Plain", "SubOfPlain", "Task", "User", "Stranger")) {
      assertThat(concerns(new Heritage(List.of()), name)).as(name).isFalse();
    }
  }

  @Test
  void isNotMisledByCirclesOfAnnotations() {
    for (List<String> order :
        List.of(
            List.of("Circle1", "Circle2", "InCircle"), List.of("InCircle", "Circle2", "Circle1"))) {
      Heritage fresh = new Heritage(List.of());

      assertThat(order).allSatisfy(name -> assertThat(concerns(fresh, name)).isTrue());
    }
  }

  @Test
  void readsNothingTwiceAndNothingOfTheJdk() {
    assertThat(concerns(heritage, "SubOfPlain")).isFalse();
    assertThat(concerns(heritage, "Plain")).isFalse();
    assertThat(concerns(heritage, "SubOfPlain")).isFalse();

    assertThat(loader.asked).containsExactly("p/Plain.class", "p/Loop1.class", "p/Loop2.class");
  }

  @Test
  void isSparedReadingByWhatItSaw() {
    assertThat(concerns(heritage, "Port")).isTrue();
    assertThat(concerns(heritage, "Port2")).isTrue();
    assertThat(concerns(heritage, "Base")).isTrue();

    assertThat(loader.asked).isEmpty();
  }

  @Test
  void followsTheJdkWhereARuleNamesSubtypes() {
    Predicate<String> runnables = "java.lang.Runnable"::equals;
    Heritage ruled = new Heritage(List.of(runnables));

    assertThat(concerns(ruled, "Task")).isTrue();
    assertThat(concerns(ruled, "Plain")).isFalse();
    assertThat(concerns(ruled, "Base")).isTrue();
  }

  @Test
  void tellsLambdasThatImplementAnInterfaceOfConcern() {
    assertThat(heritage.concernsLambdas(loader, glance("User"))).isTrue();
    assertThat(heritage.concernsLambdas(loader, glance("Stranger"))).isFalse();
  }

  @Test
  void remembersNothingThatItCouldNotAsk() {
    loader.whileAsked = () -> assertThat(concerns(heritage, "Deep")).isFalse();
    assertThat(concerns(heritage, "SubOfPlain")).isFalse();
    loader.whileAsked = () -> {};

    assertThat(concerns(heritage, "Deep")).isTrue();
  }

  private boolean concerns(Heritage asked, String name) {
    return asked.concerns(loader, glance(name));
  }

  private static Glance glance(String name) {
    return Glance.at(CLASSES.getOrDefault("p." + name, new byte[0]));
  }

  private static final class Files extends ClassLoader {

    private final List<String> asked = new ArrayList<>();
    private Runnable whileAsked = () -> {};

    Files() {
      super(null);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      asked.add(name);
      whileAsked.run();
      byte[] bytes = CLASSES.get(name.replace(".class", "").replace('/', '.'));
      return bytes == null
          ? ClassLoader.getSystemResourceAsStream(name)
          : new ByteArrayInputStream(bytes);
    }
  }
}
