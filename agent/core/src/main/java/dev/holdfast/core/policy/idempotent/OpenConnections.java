package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.OpenConnection;
import dev.holdfast.core.call.OuterTransaction;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.type.MethodModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the connection whose transaction the body of a method is about to run in: an argument of
 * it, else that of a transaction which a framework keeps for the thread.
 *
 * @param places of arguments that may be connections
 */
record OpenConnections(List<Integer> places, ArgumentFailure failure) {

  OpenConnections {
    places = List.copyOf(places);
  }

  static OpenConnections bind(Binding binding) {
    MethodModel method = binding.method().method();
    int first = method.isStatic() ? 0 : 1;
    List<Integer> places =
        IntStream.range(0, method.parameters().size())
            .filter(
                index ->
                    binding
                        .method()
                        .types()
                        .isSubtype(
                            method.parameters().get(index).type().name(),
                            Connection.class.getName()))
            .mapToObj(index -> index + first)
            .toList();
    return new OpenConnections(places, new ArgumentFailure(binding));
  }

  /**
   * The connection of a call.
   *
   * @throws StoreFailure if there is none with a transaction open, or more than one
   */
  OpenConnection of(Call call) {
    List<Connection> arguments =
        places.stream()
            .map(place -> call.arguments()[place])
            .filter(Connection.class::isInstance)
            .map(Connection.class::cast)
            .toList();
    if (!arguments.isEmpty()) {
      requireOne(arguments.size());
      return ofArgument(arguments.get(0));
    }
    OuterTransaction transaction = OuterTransaction.current();
    if (transaction == null) {
      throw new StoreFailure(
          "no transaction is open (expected: one that begins before the body, by @Transactional for"
              + " example, or a Connection argument with auto-commit off)");
    }
    List<OpenConnection> connections = transaction.connections();
    requireOne(connections.size());
    return connections.get(0);
  }

  private OpenConnection ofArgument(Connection connection) {
    boolean commitsItself;
    try {
      commitsItself = connection.getAutoCommit();
    } catch (SQLException broken) {
      throw new StoreFailure("its connection is closed", broken);
    }
    if (commitsItself) {
      throw new StoreFailure("its connection has auto-commit on (expected: off)");
    }
    return new ArgumentConnection(connection, failure);
  }

  private static void requireOne(int connections) {
    if (connections != 1) {
      throw new StoreFailure(
          "its transaction has %d JDBC connections (expected: 1)".formatted(connections));
    }
  }
}
