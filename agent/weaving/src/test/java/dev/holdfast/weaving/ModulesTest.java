package dev.holdfast.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bridge.Bootstrap;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is opened of the application's named modules. */
final class ModulesTest {

  private static final Module CLOSED = Logger.class.getModule();
  private static final int OPENS = 3;

  private final List<Object> opened = new ArrayList<>();
  private final Modules modules =
      new Modules(
          (Instrumentation)
              Proxy.newProxyInstance(
                  ModulesTest.class.getClassLoader(),
                  new Class<?>[] {Instrumentation.class},
                  (proxy, method, arguments) -> {
                    opened.add(arguments[OPENS]);
                    return null;
                  }));

  @Test
  void thePackageOfAClassThatTheBridgeHasToReachIntoIsOpenToIt() {
    modules.letIn(CLOSED, "java/util/logging/Logger", classFile(50));

    assertThat(opened)
        .containsExactly(
            Map.of(), Map.of("java.util.logging", Set.of(Bootstrap.class.getModule())));
  }

  @Test
  void ofOtherClassesNothingIsOpened() {
    modules.letIn(CLOSED, "java/util/logging/Logger", classFile(51));

    assertThat(opened).containsExactly(Map.of());
  }

  /** The head of one. */
  private static byte[] classFile(int version) {
    return new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) version};
  }
}
