package dev.holdfast.weaving;

import dev.holdfast.core.pipeline.Mocks;
import dev.holdfast.weaving.finding.MockitoAdvice;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mockito's inline mocks, asked as its own advice asks: through the dispatcher that it puts into
 * the boot loader, by the identifier of that copy of Mockito.
 */
final class MockitoMocks implements Mocks {

  private static final Logger LOG = LoggerFactory.getLogger(MockitoMocks.class);
  private static final String DISPATCHER = MockitoAdvice.DISPATCHER.replace('/', '.');

  private final MethodHandle isMock;
  private final MethodHandle isMockedStatic;

  private MockitoMocks(String identifier) throws ReflectiveOperationException {
    Class<?> dispatcher = Class.forName(DISPATCHER, true, null);
    isMock = question(dispatcher, identifier, "get", "isMock", Object.class);
    isMockedStatic = question(dispatcher, identifier, "getStatic", "isMockedStatic", Class.class);
  }

  /** The Mockito whose advice is in that class file; empty if there is none. */
  static Optional<Mocks> in(byte[] classFile) {
    String identifier = MockitoAdvice.identifier(classFile);
    if (identifier.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MockitoMocks(identifier));
    } catch (ReflectiveOperationException other) {
      LOG.warn(
          "this version of Mockito is not known: mocks of guarded methods are guarded where its"
              + " agent comes first (expected: after Holdfast's)",
          other);
      return Optional.empty();
    }
  }

  @Override
  public boolean isMock(Object instance) {
    return ask(isMock, instance);
  }

  @Override
  public boolean isMockedStatic(Class<?> type) {
    return ask(isMockedStatic, type);
  }

  private static boolean ask(MethodHandle question, @Nullable Object about) {
    try {
      return (boolean) question.invokeExact(about);
    } catch (RuntimeException | Error fault) {
      throw fault;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** From {@code Object}: the dispatcher of that identifier, asked about the argument. */
  private static MethodHandle question(
      Class<?> dispatcher, String identifier, String getter, String question, Class<?> about)
      throws ReflectiveOperationException {
    Lookup lookup = MethodHandles.publicLookup();
    MethodHandle get =
        MethodHandles.insertArguments(
            lookup.findStatic(
                dispatcher, getter, MethodType.methodType(dispatcher, String.class, about)),
            0,
            identifier);
    MethodHandle ask =
        lookup.findVirtual(dispatcher, question, MethodType.methodType(boolean.class, about));
    return MethodHandles.foldArguments(ask, get)
        .asType(MethodType.methodType(boolean.class, Object.class));
  }
}
