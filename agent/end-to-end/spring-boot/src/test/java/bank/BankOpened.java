package bank;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the bank: one for all of them, closed after the last. */
final class BankOpened implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(BankOpened.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Bank.class;
  }

  @Override
  @SuppressWarnings("deprecation") // the method that JUnit 6 has for it is not in JUnit 5
  public Bank resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Held held =
        test.getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Held.class, key -> open(), Held.class);
    return Objects.requireNonNull(held, "the store makes what is absent").bank;
  }

  private static Held open() {
    try {
      return new Held(Bank.open());
    } catch (Exception failure) {
      throw new IllegalStateException("the bank did not open", failure);
    }
  }

  /** Closed by JUnit 5 only under this name, and by JUnit 6 under any. */
  @SuppressWarnings("deprecation") // JUnit 5.12 knows no other
  private record Held(Bank bank) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    public void close() throws IOException {
      bank.close();
    }
  }
}
