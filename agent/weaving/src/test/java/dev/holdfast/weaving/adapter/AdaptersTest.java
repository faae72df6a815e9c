package dev.holdfast.weaving.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.weaving.handler.HandlerLinks;
import dev.holdfast.weaving.handler.Handlers;
import dev.holdfast.weaving.model.StrangeLoader;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A library's method that a rule, or an annotation of the application's, guards as well. */
public class AdaptersTest {

  private static final Lookup LOOKUP = MethodHandles.lookup();
  private static final List<String> SEEN = new ArrayList<>();

  private static final Hook HOOK =
      new Hook(AdaptersTest.class.getName(), "send", "()V", Noting.class.getName());

  @Test
  void eachAttemptOfAGuardGoesThroughTheAdapter() throws Throwable {
    link(adapters(HOOK)).getTarget().invokeExact();

    assertThat(SEEN).containsExactly("guard", "adapter", "send", "adapter", "send");
  }

  @Test
  void whatServesARequestStandsAroundTheGuard() throws Throwable {
    link(adapters(HOOK.aroundGuards())).getTarget().invokeExact();

    assertThat(SEEN).containsExactly("adapter", "guard", "send", "send");
  }

  @Test
  void nothingOfAnAdapterIsLeftWhenItIsReleased() throws Throwable {
    Adapters adapters = adapters(HOOK);
    CallSite site = link(adapters);

    adapters.release();
    site.getTarget().invokeExact();

    assertThat(SEEN).containsExactly("guard", "send", "send");
  }

  @Test
  void aLibrarysLoaderNeedsNoHashCode() throws Throwable {
    Class<?> library = new StrangeLoader().define(Library.class);
    Lookup lookup = MethodHandles.privateLookupIn(library, LOOKUP);
    Hook hook = new Hook(library.getName(), "version", "()I", Noting.class.getName());
    MethodType type = MethodType.methodType(int.class);
    MethodHandle body = lookup.findStatic(library, "version", type);
    SEEN.clear();

    CallSite site = adapters(hook).link(new WovenSite(lookup, "version", "()I", type, body, false));

    assertThat((int) site.getTarget().invokeExact()).isEqualTo(17);
    assertThat(SEEN).containsExactly("guard", "adapter", "adapter");
  }

  static final class Library {
    static int version() {
      return 17;
    }
  }

  /** Made by name. */
  public static final class Noting implements Adapter {

    /** As every adapter has it. */
    public Noting(Host unused) {}

    @Override
    public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
      return after("adapter", body);
    }
  }

  static void send() {
    SEEN.add("send");
  }

  static void note(String name) {
    SEEN.add(name);
  }

  private static Adapters adapters(Hook hook) {
    Host host =
        (Host)
            Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError(method);
                });
    return new Adapters(
        new HookCatalog(List.of(hook)),
        new HandlerLinks(new Handlers(), host),
        host,
        AdaptersTest::guarded);
  }

  /** Two attempts. */
  private static CallSite guarded(WovenSite site) throws ReflectiveOperationException {
    MethodHandle first = site.body().asType(site.type().changeReturnType(void.class));
    MethodHandle twice = MethodHandles.foldArguments(site.body(), first);
    return new ConstantCallSite(after("guard", twice));
  }

  private static MethodHandle after(String name, MethodHandle body)
      throws ReflectiveOperationException {
    MethodHandle note =
        LOOKUP.findStatic(
            AdaptersTest.class, "note", MethodType.methodType(void.class, String.class));
    return MethodHandles.foldArguments(body, note.bindTo(name));
  }

  private static CallSite link(Adapters adapters) throws Throwable {
    SEEN.clear();
    MethodType type = MethodType.methodType(void.class);
    MethodHandle body = LOOKUP.findStatic(AdaptersTest.class, "send", type);
    return adapters.link(new WovenSite(LOOKUP, "send", "()V", type, body, false));
  }
}
